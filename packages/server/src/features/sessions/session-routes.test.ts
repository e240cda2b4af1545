import { SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { createShell, NOW, TICKET_SECRET, ticketFor } from '../../../test/shell.ts'
import { temporaryServer } from '../../../test/temporary-server.ts'
import { later } from '../../clock.ts'
import { endpoint, route } from '../../http/route.ts'
import { readMe } from '../me/me-endpoints.ts'

const whoAmI = route(endpoint({ ...readMe, response: 'file' }), ({ actor, ctx }) => {
  ctx.body = actor.person.id
  return undefined
})

async function start(publicUrl = 'http://oa.example.test/zhupi/') {
  const time = { now: NOW }
  const app = await createShell({ routes: [whoAmI], clock: () => time.now, config: { publicUrl } })
  const url = await temporaryServer(app)
  return {
    time,
    exchange: (ticket: unknown) =>
      fetch(`${url}/api/v1/sessions`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ ticket }),
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
    let cookie = cookieOf(await host.exchange(await ticketFor('clerk')))
    for (const minutes of [20, 40, 60]) {
      host.time.now = later(NOW, minutes * 60_000)
      const response = await host.me({ cookie })
      expect(response.status).toBe(200)
      cookie = cookieOf(response)
    }
    host.time.now = later(NOW, 91 * 60_000)
    expect(await codeOf(await host.me({ cookie }))).toEqual([401, 'UNAUTHENTICATED'])
  })

  it('ends after twelve hours however busy it is', async () => {
    const host = await start()
    let cookie = cookieOf(await host.exchange(await ticketFor('clerk')))
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
      host.time.now = later(NOW, minutes * 60_000)
      cookie = cookieOf(await host.me({ cookie }))
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
