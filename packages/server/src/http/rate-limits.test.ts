import { expect, it } from 'vitest'
import { z } from 'zod'
import { createShell, directory, ticketFor } from '../../test/shell.ts'
import { temporaryServer } from '../../test/temporary-server.ts'
import { createDemoLogin } from '../ports/login/demo-login.ts'
import { endpoint, route } from './route.ts'

const shared = { tag: 't', summary: '', who: 'person', response: z.object({}) } as const
const routes = [
  route(endpoint({ ...shared, operationId: 'write', method: 'put', path: '/notes' }), () => ({})),
  route(endpoint({ ...shared, operationId: 'read', method: 'get', path: '/notes' }), () => ({})),
  route(endpoint({ ...shared, operationId: 'upload', method: 'post', path: '/notes', body: 'file' }), () => ({})),
  route(
    endpoint({ ...shared, operationId: 'export', method: 'get', path: '/notes.xlsx', response: 'file' }),
    ({ ctx }) => {
      ctx.body = 'x'
      return undefined
    },
  ),
]

async function start(options: Parameters<typeof createShell>[0] = {}) {
  const rateLimits = { signIn: 3, write: 2, upload: 1, export: 1 }
  const url = await temporaryServer(await createShell({ routes, rateLimits, ...options }))
  return {
    url,
    ask: async (method: string, path: string, person: string, headers: Record<string, string> = {}) =>
      fetch(`${url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${await ticketFor(person)}`, ...headers },
      }),
    signIn: (headers: Record<string, string> = {}) =>
      fetch(`${url}/api/v1/sessions`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify({ ticket: 'a.guess.again' }),
      }),
  }
}

it('lets a person write only so often, and says when again; reading goes on, and so do others', async () => {
  const { ask } = await start()
  expect((await ask('PUT', '/notes', 'clerk')).status).toBe(200)
  expect((await ask('PUT', '/notes', 'clerk')).status).toBe(200)
  const refused = await ask('PUT', '/notes', 'clerk')
  expect(refused.status).toBe(429)
  expect(refused.headers.get('content-type')).toContain('application/problem+json')
  const wait = Number(refused.headers.get('retry-after'))
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(60)
  expect(await refused.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS', status: 429, retryAfter: wait })
  expect((await ask('GET', '/notes', 'clerk')).status).toBe(200)
  expect((await ask('PUT', '/notes', 'firm-clerk')).status).toBe(200)
})

it('counts uploads and exports apart', async () => {
  const { ask } = await start()
  expect((await ask('GET', '/notes.xlsx', 'clerk')).status).toBe(200)
  expect((await ask('GET', '/notes.xlsx', 'clerk')).status).toBe(429)
  // Counted before the body is looked at.
  expect((await ask('POST', '/notes', 'clerk')).status).toBe(415)
  expect((await ask('POST', '/notes', 'clerk')).status).toBe(429)
  expect((await ask('PUT', '/notes', 'clerk')).status).toBe(200)
})

it('counts attempts to sign in by address, whether they succeed or not', async () => {
  const { signIn } = await start()
  for (let tries = 0; tries < 3; tries += 1) expect((await signIn()).status).toBe(401)
  expect((await signIn()).status).toBe(429)
})

it('takes no address from a header unless a proxy of ours has written it', async () => {
  const direct = await start()
  for (let tries = 0; tries < 4; tries += 1) await direct.signIn({ 'x-forwarded-for': `203.0.113.${tries}` })
  expect((await direct.signIn({ 'x-forwarded-for': '203.0.113.99' })).status).toBe(429)

  const behind = await start({ config: { trustedProxies: 1 } })
  for (let tries = 0; tries < 4; tries += 1) {
    // Whoever asks may write what he likes before the entry of the proxy.
    await behind.signIn({ 'x-forwarded-for': `203.0.113.${tries}, 198.51.100.7` })
  }
  expect((await behind.signIn({ 'x-forwarded-for': '203.0.113.99, 198.51.100.7' })).status).toBe(429)
  expect((await behind.signIn({ 'x-forwarded-for': '198.51.100.8' })).status).toBe(401)
})

it('counts the pages of a login, too', async () => {
  const config = { publicUrl: 'http://oa.example.test/zhupi/' }
  const { pages } = createDemoLogin({ config, directory, sessions: {} as never, audit: { record: async () => {} } })
  const { url } = await start({ loginPages: pages && [pages] })
  const choose = () => fetch(`${url}/login`, { method: 'POST', body: new URLSearchParams({ person: 'nobody' }) })
  for (let tries = 0; tries < 3; tries += 1) expect((await choose()).status).toBe(403)
  expect((await choose()).status).toBe(429)
  expect((await fetch(`${url}/login`)).status).toBe(200)
})
