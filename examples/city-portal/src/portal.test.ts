import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DEMO_PASSWORD } from './demo-accounts.ts'
import { loadKeys } from './keys.ts'
import { type Portal, startPortal } from './portal.ts'

let portal: Portal
let dataFolder: string

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'city-portal-'))
  portal = await startPortal({ port: 0, dataFolder })
})

afterAll(async () => {
  await portal.close()
  await rm(dataFolder, { recursive: true })
})

/** A browser without scripts: keeps cookies, follows no redirect by itself. */
function browser() {
  const cookies = new Map<string, string>()
  async function request(path: string, form?: Record<string, string>, origin = portal.url): Promise<Response> {
    const response = await fetch(new URL(path, portal.url), {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      body: form && new URLSearchParams(form),
      headers: { origin, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    return response
  }
  return {
    request,
    /** Follows redirects within the portal until a page or a path that begins with `stopAt`. */
    async follow(path: string, stopAt = '\0'): Promise<{ response: Response; at: string }> {
      let at = path
      for (let hops = 0; hops < 10; hops++) {
        const response = await request(at)
        const location = response.headers.get('location')
        if (!location) return { response, at }
        at = new URL(location, new URL(at, portal.url)).href.replace(portal.url, '')
        if (at.startsWith(stopAt)) return { response, at }
      }
      throw new Error(`Too many redirects from ${path}`)
    },
    /** Signs in and follows the way through the provider to the page that was wanted. */
    async signIn(account: string, returnTo = '/') {
      const answer = await request('/sign-in', { account, password: DEMO_PASSWORD, return: returnTo })
      return this.follow(answer.headers.get('location') ?? '')
    },
  }
}

it('asks to sign in first, then shows what was asked for', async () => {
  const page = browser()
  const asked = await page.follow('/documents')
  expect(asked.at).toBe('/sign-in?return=%2Fdocuments')
  expect((await page.signIn('city-iit-clerk', '/documents')).at).toBe('/documents')
  expect(await (await page.request('/documents')).text()).toContain('示例门户未接入公文')
})

it('refuses a wrong password, an unknown account and a form of another site', async () => {
  const page = browser()
  const wrong = await page.request('/sign-in', { account: 'city-iit-clerk', password: 'x', return: '/' })
  expect(wrong.status).toBe(403)
  const unknown = await page.request('/sign-in', { account: '__proto__', password: DEMO_PASSWORD, return: '/' })
  expect(unknown.status).toBe(403)
  const form = { account: 'city-iit-clerk', password: DEMO_PASSWORD, return: '/' }
  const foreign = await page.request('/sign-in', form, 'http://evil.example')
  expect(foreign.status).toBe(403)
  expect((await page.request('/')).headers.get('location')).toBe('/sign-in?return=%2F')
})

it('signs Zhupi in without asking, by OpenID Connect, as the account of the portal', async () => {
  const page = browser()
  expect((await page.follow(silently(), '/zhupi/')).at).toContain('error=login_required')
  await page.signIn('city-iit-clerk')
  expect(await subjectOf(await page.follow(silently(), '/zhupi/'))).toBe('city-iit-clerk')

  await page.request('/sign-out', {})
  expect((await page.follow(silently(), '/zhupi/')).at).toContain('error=login_required')
  await page.signIn('city-hrss-clerk')
  expect(await subjectOf(await page.follow(silently(), '/zhupi/'))).toBe('city-hrss-clerk')
})

/** What Zhupi asks of the provider from inside a frame. */
function silently(): string {
  return `/oidc/auth?${new URLSearchParams({
    client_id: 'zhupi',
    response_type: 'code',
    scope: 'openid profile',
    prompt: 'none',
    redirect_uri: `${portal.url}/zhupi/login/callback`,
    state: 's',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  })}`
}

async function subjectOf({ at }: { at: string }): Promise<string | undefined> {
  const code = new URL(at, portal.url).searchParams.get('code') ?? ''
  const keys = await loadKeys(dataFolder)
  const response = await fetch(`${portal.url}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`zhupi:${keys.client}`)}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: `${portal.url}/zhupi/login/callback`,
      code_verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
    }),
  })
  const { id_token: idToken } = (await response.json()) as { id_token?: string }
  return idToken ? decodeJwt(idToken).sub : undefined
}
