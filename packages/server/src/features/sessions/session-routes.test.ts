import { SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { createShell, NOW, TICKET_SECRET, ticketFor } from '../../../test/shell.ts'
import { temporaryDatabase } from '../../../test/temporary-database.ts'
import { temporaryServer } from '../../../test/temporary-server.ts'
import { later } from '../../clock.ts'
import type { Database } from '../../db/database.ts'
import { endpoint, route } from '../../http/route.ts'
import { testDatabaseKinds } from '../../testing/test-databases.ts'
import { readMe } from '../me/me-endpoints.ts'

const whoAmI = route(endpoint({ ...readMe, response: 'file' }), ({ actor, ctx }) => {
  ctx.body = actor.person.id
  return undefined
})

interface StartOptions {
  db?: Database
  time?: { now: string }
}

async function start(publicUrl = 'http://oa.example.test/zhupi/', { db, time = { now: NOW } }: StartOptions = {}) {
  const app = await createShell({ routes: [whoAmI], clock: () => time.now, config: { publicUrl }, db })
  const url = await temporaryServer(app)
  return {
    time,
    exchange: (ticket: unknown, headers: Record<string, string> = {}) =>
      fetch(`${url}/api/v1/sessions`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify({ ticket }),
      }),
    ask: async (method: string, path: string, personId: string) =>
      fetch(`${url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${await ticketFor(personId, { now: time.now })}` },
      }),
    me: (headers: Record<string, string>) => fetch(`${url}/api/v1/me`, { headers }),
    leave: (headers: Record<string, string>) => fetch(`${url}/api/v1/sessions`, { method: 'DELETE', headers }),
  }
}

function cookieOf(response: Response): string {
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

async function codeOf(response: Response): Promise<[number, string]> {
  return [response.status, (await response.json()).code]
}

function jwt(claims: Record<string, unknown>, secret = TICKET_SECRET, alg = 'HS256') {
  const iat = Date.parse(NOW) / 1000
  const payload = { sub: 'clerk', aud: 'zhupi', jti: 'j', iat, exp: iat + 300, ...claims }
  return new SignJWT(payload).setProtectedHeader({ alg }).sign(new TextEncoder().encode(secret))
}

describe('a ticket', () => {
  it('opens a session whose cookie scripts and other sites do not get', async () => {
    const host = await start()
    const response = await host.exchange(await ticketFor('clerk'))
    expect(response.status).toBe(201)
    expect(await response.json()).toEqual({ personId: 'clerk', expiresAt: later(NOW, 30 * 60_000) })
    expect(response.headers.get('set-cookie')).toMatch(/; path=\/zhupi\/; samesite=lax; httponly$/)
    expect(await (await host.me({ cookie: cookieOf(response) })).text()).toBe('clerk')
  })

  it('gives a cookie for HTTPS only where the public URL is HTTPS', async () => {
    const host = await start('https://oa.example.test/')
    const response = await host.exchange(await ticketFor('clerk'))
    expect(response.headers.get('set-cookie')).toMatch(/; path=\/; samesite=lax; secure; httponly$/)
  })

  it('opens one session only, also where two ask at once', async () => {
    const host = await start()
    const ticket = await ticketFor('clerk')
    const answers = await Promise.all([host.exchange(ticket), host.exchange(ticket)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401])
    host.time.now = later(NOW, 304_000)
    expect((await host.exchange(ticket)).status).toBe(401)
  })

  it('is refused for whoever the directory does not know or has disabled', async () => {
    const host = await start()
    for (const person of ['nobody', 'gone', '__proto__']) {
      expect(await codeOf(await host.exchange(await ticketFor(person)))).toEqual([403, 'PERSON_UNKNOWN'])
      const authorization = `Bearer ${await ticketFor(person)}`
      expect(await codeOf(await host.me({ authorization }))).toEqual([403, 'PERSON_UNKNOWN'])
    }
  })

  const iat = Date.parse(NOW) / 1000
  it.each([
    ['another key', () => jwt({}, 'another-secret-another-secret-another')],
    ['another audience', () => jwt({ aud: 'oa' })],
    ['no audience', () => jwt({ aud: undefined })],
    ['no person', () => jwt({ sub: undefined })],
    ['no end', () => jwt({ exp: undefined })],
    ['too long a life', () => jwt({ exp: iat + 301 })],
    ['a beginning in the future', () => jwt({ iat: iat + 60, exp: iat + 120 })],
    ['another algorithm', () => jwt({}, TICKET_SECRET, 'HS512')],
    [
      'no signature',
      async () =>
        new UnsecuredJWT({ sub: 'clerk', jti: 'j' })
          .setAudience('zhupi')
          .setIssuedAt(iat)
          .setExpirationTime(iat + 60)
          .encode(),
    ],
    ['no form', async () => 'a.b.c'],
  ])('is refused with %s', async (_what, make) => {
    const host = await start()
    const ticket = await make()
    expect(await codeOf(await host.exchange(ticket))).toEqual([401, 'TICKET_INVALID'])
    expect(await codeOf(await host.me({ authorization: `Bearer ${ticket}` }))).toEqual([401, 'TICKET_INVALID'])
  })

  it('is refused after its end', async () => {
    const host = await start()
    host.time.now = later(NOW, 306_000)
    expect(await codeOf(await host.exchange(await ticketFor('clerk')))).toEqual([401, 'TICKET_EXPIRED'])
  })

  it('needs a name of its own to open a session', async () => {
    const host = await start()
    expect(await codeOf(await host.exchange(await jwt({ jti: undefined })))).toEqual([401, 'TICKET_INVALID'])
  })

  it('signs a single request in as a bearer, as often as it lives', async () => {
    const host = await start()
    const headers = { authorization: `Bearer ${await ticketFor('clerk')}` }
    expect(await (await host.me(headers)).text()).toBe('clerk')
    expect(await (await host.me(headers)).text()).toBe('clerk')
  })
})

describe('a session', () => {
  it('lives on while it is used, and ends after thirty quiet minutes', async () => {
    const host = await start()
    const cookie = cookieOf(await host.exchange(await ticketFor('clerk')))
    for (const minutes of [20, 40, 60]) {
      host.time.now = later(NOW, minutes * 60_000)
      expect((await host.me({ cookie })).status).toBe(200)
    }
    host.time.now = later(NOW, 91 * 60_000)
    expect(await codeOf(await host.me({ cookie }))).toEqual([401, 'UNAUTHENTICATED'])
  })

  it('ends after twelve hours however busy it is', async () => {
    const host = await start()
    const cookie = cookieOf(await host.exchange(await ticketFor('clerk')))
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
      host.time.now = later(NOW, minutes * 60_000)
      expect((await host.me({ cookie })).status).toBe(200)
    }
    host.time.now = later(NOW, 12 * 60 * 60_000 + 1000)
    expect((await host.me({ cookie })).status).toBe(401)
  })

  it('is not a ticket, and a ticket is not a session', async () => {
    const host = await start()
    const cookie = cookieOf(await host.exchange(await ticketFor('clerk')))
    const token = cookie.split('=')[1] ?? ''
    expect((await host.exchange(token)).status).toBe(401)
    expect((await host.me({ authorization: `Bearer ${token}` })).status).toBe(401)
    expect((await host.me({ cookie: `zhupi_session=${await ticketFor('clerk')}` })).status).toBe(401)
  })

  it('is taken back at the end', async () => {
    const host = await start()
    const cookie = cookieOf(await host.exchange(await ticketFor('clerk')))
    const response = await host.leave({ cookie, 'sec-fetch-site': 'same-origin' })
    expect(response.status).toBe(204)
    expect(response.headers.get('set-cookie')).toMatch(/^zhupi_session=; path=\/zhupi\/; expires=Thu, 01 Jan 1970/)
    // Not only the browser forgets it: whoever has copied the cookie is signed out, too.
    expect(await codeOf(await host.me({ cookie }))).toEqual([401, 'UNAUTHENTICATED'])
  })
})

describe.each(await testDatabaseKinds())('sessions on %s', (kind) => {
  const PUBLIC = 'http://oa.example.test/zhupi/'

  it('name the browser anew at each sign-in, and the name it had is worth nothing', async () => {
    const host = await start(PUBLIC, { db: await temporaryDatabase({ kind }) })
    const first = cookieOf(await host.exchange(await ticketFor('clerk')))
    const again = await host.exchange(await ticketFor('clerk', { id: 'second' }), {
      cookie: first,
      'sec-fetch-site': 'same-origin',
    })
    expect(cookieOf(again)).not.toBe(first)
    expect((await host.me({ cookie: first })).status).toBe(401)
    expect((await host.me({ cookie: cookieOf(again) })).status).toBe(200)
    const { items } = await (await host.ask('GET', '/me/sessions', 'clerk')).json()
    expect(items).toHaveLength(1)
  })

  it('are kept as digests: what the table holds signs nobody in', async () => {
    const db = await temporaryDatabase({ kind })
    const host = await start(PUBLIC, { db })
    const cookie = cookieOf(await host.exchange(await ticketFor('clerk')))
    const rows = await db.read.all<Record<string, unknown>>('SELECT * FROM session')
    const token = cookie.split('=')[1] ?? 'none'
    expect(JSON.stringify(rows)).not.toContain(token)
    for (const value of Object.values(rows[0] ?? {})) {
      expect((await host.me({ cookie: `zhupi_session=${value}` })).status).toBe(401)
    }
  })

  it('are listed to their person and ended by it, of others it learns nothing', async () => {
    const host = await start(PUBLIC, { db: await temporaryDatabase({ kind }) })
    const windows = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/109.0 Safari/537.36' }
    const cookie = cookieOf(await host.exchange(await ticketFor('clerk'), windows))
    await host.exchange(await ticketFor('firm-clerk'))
    const { items } = await (await host.ask('GET', '/me/sessions', 'clerk')).json()
    expect(items).toEqual([
      {
        id: expect.any(String),
        login: 'ticket',
        address: expect.stringContaining('127.0.0.1'),
        device: 'Chrome 109 · Windows',
        createdAt: NOW,
        lastSeenAt: NOW,
        current: false,
      },
    ])
    const path = `/me/sessions/${items[0].id}`
    expect(await codeOf(await host.ask('DELETE', path, 'firm-clerk'))).toEqual([404, 'SESSION_NOT_FOUND'])
    expect((await host.me({ cookie })).status).toBe(200)
    expect((await host.ask('DELETE', path, 'clerk')).status).toBe(204)
    expect((await host.me({ cookie })).status).toBe(401)
    expect((await host.ask('DELETE', path, 'clerk')).status).toBe(404)
  })

  it('are listed page by page to the security administrator, who ends any of them', async () => {
    const host = await start(PUBLIC, { db: await temporaryDatabase({ kind }) })
    const cookies: string[] = []
    for (const [at, person] of ['clerk', 'firm-clerk', 'clerk'].entries()) {
      host.time.now = later(NOW, at * 1000)
      cookies.push(cookieOf(await host.exchange(await ticketFor(person, { id: `t${at}`, now: host.time.now }))))
    }
    const read = async (query: string) => (await host.ask('GET', `/admin/sessions?${query}`, 'security')).json()
    const first = await read('limit=2')
    const rest = await read(`limit=2&cursor=${first.nextCursor}`)
    expect([...first.items, ...rest.items].map(({ person }) => person.name)).toEqual([
      '办公室经办',
      '某企业经办',
      '办公室经办',
    ])
    expect(rest.nextCursor).toBeNull()
    expect((await read('person=firm-clerk')).items).toHaveLength(1)
    expect((await host.ask('DELETE', `/admin/sessions/${first.items[1].id}`, 'security')).status).toBe(204)
    expect((await host.me({ cookie: cookies[1] ?? '' })).status).toBe(401)
    expect((await host.me({ cookie: cookies[0] ?? '' })).status).toBe(200)
    for (const [method, path] of [
      ['GET', '/admin/sessions'],
      ['DELETE', `/admin/sessions/${first.items[0].id}`],
    ] as const) {
      expect(await codeOf(await host.ask(method, path, 'clerk'))).toEqual([403, 'FORBIDDEN'])
    }
  })

  it('end in other processes after at most five seconds, and cost them one statement meanwhile', async () => {
    const statements: string[] = []
    const db = await temporaryDatabase({ kind, onStatement: (text) => statements.push(text) })
    const time = { now: NOW }
    const [here, there] = [await start(PUBLIC, { db, time }), await start(PUBLIC, { db, time })]
    const cookie = cookieOf(await here.exchange(await ticketFor('clerk')))
    statements.length = 0
    for (let asked = 0; asked < 5; asked += 1) expect((await there.me({ cookie })).status).toBe(200)
    expect(statements).toHaveLength(1)
    await here.leave({ cookie, 'sec-fetch-site': 'same-origin' })
    expect((await here.me({ cookie })).status).toBe(401)
    time.now = later(NOW, 5000)
    expect((await there.me({ cookie })).status).toBe(401)
  })

  it('write about once a minute that they were seen, whatever comes at once', async () => {
    const statements: string[] = []
    const db = await temporaryDatabase({ kind, onStatement: (text) => statements.push(text) })
    const host = await start(PUBLIC, { db })
    const cookie = cookieOf(await host.exchange(await ticketFor('clerk')))
    host.time.now = later(NOW, 4000)
    await host.me({ cookie })
    host.time.now = later(NOW, 60_000)
    await host.me({ cookie })
    statements.length = 0
    host.time.now = later(NOW, 121_000)
    await Promise.all(Array.from({ length: 8 }, () => host.me({ cookie })))
    host.time.now = later(NOW, 125_000)
    await host.me({ cookie })
    expect(statements.filter((text) => text.startsWith('UPDATE'))).toHaveLength(1)
  })
})

describe('a change that rides on a cookie', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, 204],
    [{ origin: 'http://oa.example.test' }, 204],
    [{ 'x-requested-with': 'zhupi' }, 204],
    [{}, 403],
    [{ 'sec-fetch-site': 'cross-site', origin: 'http://evil.example.test' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'cross-site', 'x-requested-with': 'zhupi' }, 403],
    [{ origin: 'http://evil.example.test' }, 403],
    [{ origin: 'null' }, 403],
  ])('with %j is answered %i', async (headers, status) => {
    const host = await start()
    const cookie = cookieOf(await host.exchange(await ticketFor('clerk')))
    expect((await host.leave({ cookie, ...headers } as Record<string, string>)).status).toBe(status)
  })
})
