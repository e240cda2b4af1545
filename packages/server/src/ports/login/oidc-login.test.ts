import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Koa from 'koa'
import { Provider } from 'oidc-provider'
import { pino } from 'pino'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createBrowser } from '../../../test/browser.ts'
import { auditOn, createShell, directory, NOW, sessionsOn } from '../../../test/shell.ts'
import { temporaryDatabase } from '../../../test/temporary-database.ts'
import { temporaryServer } from '../../../test/temporary-server.ts'
import { listAudit } from '../../audit/audit-repository.ts'
import { readMe } from '../../features/me/me-endpoints.ts'
import { endpoint, route } from '../../http/route.ts'
import { createOidcLogin } from './oidc-login.ts'

const PUBLIC = 'http://oa.example.test/zhupi/'

const whoAmI = route(endpoint({ ...readMe, response: 'file' }), ({ actor, ctx }) => {
  ctx.body = actor.person.id
  return undefined
})

/** A real OpenID Connect provider at which whoever comes is signed in as `account.id`; undefined: refuses. */
async function startProvider(account: { id: string | undefined }): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve()).closeAllConnections() as never))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'zhupi',
        client_secret: 'client-secret',
        redirect_uris: [`${PUBLIC}login/callback`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['cookie-key'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    async loadExistingGrant(ctx) {
      const { client, session } = ctx.oidc
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  })
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/interaction/')) return next()
    const refused = { error: 'access_denied', error_description: 'refused' }
    await provider.interactionFinished(ctx.req, ctx.res, account.id ? { login: { accountId: account.id } } : refused)
    ctx.respond = false
  })
  server.on('request', provider.callback())
  return issuer
}

async function start({ account = { id: 'clerk' as string | undefined }, issuer = '' } = {}) {
  const config = { publicUrl: PUBLIC, secret: 'session-secret-of-the-tests-0123456789' }
  const clock = () => NOW
  const db = await temporaryDatabase()
  const login = createOidcLogin(
    { issuer: issuer || (await startProvider(account)), clientId: 'zhupi', clientSecret: 'client-secret' },
    {
      config,
      directory,
      clock,
      sessions: sessionsOn(db, config, clock),
      audit: auditOn(db, clock),
      log: pino({ level: 'silent' }),
    },
  )
  const app = await createShell({ db, config, routes: [whoAmI], loginPages: login.pages && [login.pages] })
  const url = await temporaryServer(app)
  return { db, url, browser: createBrowser({ [PUBLIC]: `${url}/` }) }
}

describe('a browser', () => {
  it('is signed in at the provider and comes back to where it was', async () => {
    const { browser } = await start()
    const { url } = await browser.open(`${PUBLIC}login?return=${encodeURIComponent('/zhupi/task?id=1')}`)
    expect(url).toBe(`${PUBLIC}task?id=1`)
    expect(await browser.open(`${PUBLIC}api/v1/me`)).toMatchObject({ status: 200, text: 'clerk' })
    expect([...browser.cookies.keys()].filter((key) => key.includes('zhupi_login'))).toEqual([])
  })

  it.each([
    'https://evil.example.test/',
    '//evil.example.test/',
    '/\\evil.example.test',
    '/other',
    'javascript:alert(1)',
  ])('is not sent on to %s', async (wanted) => {
    const { browser } = await start()
    expect((await browser.open(`${PUBLIC}login?return=${encodeURIComponent(wanted)}`)).url).toBe(PUBLIC)
  })

  it('is asked nothing in a frame: signed in at the host it goes through, else it is told to sign in there', async () => {
    const { browser } = await start()
    const frame = { 'sec-fetch-dest': 'iframe' }
    const before = await browser.open(`${PUBLIC}login`, frame)
    expect(before.status).toBe(401)
    expect(before.text).toContain('请在门户登录后再打开本页')
    await browser.open(`${PUBLIC}login`)
    browser.cookies.delete('oa.example.test /zhupi/ zhupi_session')
    await browser.open(`${PUBLIC}login`, frame)
    expect((await browser.open(`${PUBLIC}api/v1/me`)).text).toBe('clerk')
  })

  it('is told why, when the directory does not know the person', async () => {
    for (const id of ['<b>nobody</b>', 'gone']) {
      const { browser } = await start({ account: { id } })
      const page = await browser.open(`${PUBLIC}login`)
      expect(page.status).toBe(403)
      expect(page.text).toContain('没有使用权限')
      expect(page.text).not.toContain('<b>nobody')
      expect((await browser.open(`${PUBLIC}api/v1/me`)).status).toBe(401)
    }
  })

  it('may try again when the provider refused', async () => {
    const account = { id: undefined as string | undefined }
    const { browser, db } = await start({ account })
    const page = await browser.open(`${PUBLIC}login`)
    expect([page.status, page.text.includes('登录没有成功')]).toEqual([401, true])
    account.id = 'clerk'
    await browser.open(`${PUBLIC}login`)
    expect((await browser.open(`${PUBLIC}api/v1/me`)).text).toBe('clerk')
    const { items } = await listAudit(db.read, {}, { limit: 9 })
    expect(items.map(({ kind, personId, detail }) => [kind, personId, detail])).toEqual([
      ['signIn', 'clerk', 'oidc'],
      ['signInFailed', null, 'oidc access_denied'],
    ])
  })

  it.each([301, 302, 307])('is not taken anywhere that the provider points the server to by a %s', async (status) => {
    let asked = 0
    const elsewhere = await temporaryServer(
      new Koa().use((ctx) => {
        asked += 1
        ctx.body = {}
      }),
    )
    const issuer = await temporaryServer(
      new Koa().use((ctx) => {
        ctx.status = status
        ctx.set('Location', `${elsewhere}${ctx.path}`)
      }),
    )
    const { browser } = await start({ issuer })
    expect((await browser.open(`${PUBLIC}login`)).status).toBe(503)
    expect(asked).toBe(0)
  })

  it('is told to wait when the provider does not answer', async () => {
    const { browser } = await start({ issuer: 'http://127.0.0.1:9' })
    const page = await browser.open(`${PUBLIC}login`)
    expect([page.status, page.text.includes('暂时不能登录')]).toEqual([503, true])
  })
})

describe('the way back', () => {
  it('is refused to a browser that did not go away, or with a state of its own', async () => {
    const { browser } = await start()
    for (const query of ['', '?state=made-up&code=made-up', '?error=login_required', '?state=a&state=b']) {
      const page = await browser.open(`${PUBLIC}login/callback${query}`)
      expect([page.status, page.text.includes('登录已超时')]).toEqual([401, true])
    }
  })

  it('is refused with a code of somebody else', async () => {
    const { browser, url } = await start()
    const away = await fetch(`${url}/login`, { redirect: 'manual' })
    const state = new URL(away.headers.get('location') ?? '').searchParams.get('state')
    const cookie = away.headers.get('set-cookie')?.split(';')[0] ?? ''
    const back = await fetch(`${url}/login/callback?state=${state}&code=stolen&iss=x`, { headers: { cookie } })
    expect(back.status).toBeGreaterThanOrEqual(400)
    expect(back.headers.get('set-cookie') ?? '').not.toContain('zhupi_session')
    expect((await browser.open(`${PUBLIC}api/v1/me`)).status).toBe(401)
  })
})
