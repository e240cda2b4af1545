import { jwtVerify, SignJWT } from 'jose'
import type { Context } from 'koa'
import { type Clock, later } from '../../clock.ts'
import { basePath, type HttpConfig } from '../../http/http-config.ts'
import { derivedKey } from './derived-key.ts'
import type { Login } from './login.ts'

export const SESSION_COOKIE = 'zhupi_session'
const AUDIENCE = 'zhupi-session'
const IDLE_MS = 30 * 60_000
const ABSOLUTE_MS = 12 * 60 * 60_000
/** A cookie this old is written anew, so that not every answer carries one. */
const RENEW_AFTER_MS = 5 * 60_000

/**
 * Sessions of browsers: a signed cookie that names the person, and nothing kept here, so that every process knows it.
 * Thirty minutes without a request end it, twelve hours end it in any case.
 */
export interface Sessions extends Login {
  /** Signs the browser in. @returns the instant at which it ends if nothing is asked until then */
  open(ctx: Context, personId: string): Promise<string>
  /** Takes the cookie back. */
  close(ctx: Context): void
}

export function createSessions(config: Pick<HttpConfig, 'publicUrl' | 'secret'>, clock: Clock): Sessions {
  const key = derivedKey(config.secret, 'session')
  const secure = config.publicUrl.startsWith('https:')
  const path = basePath(config)

  return {
    name: 'session',
    open: (ctx, personId) => write(ctx, personId, clock()),
    close: (ctx) => setCookie(ctx, null),
    async authenticate(ctx) {
      const session = await read(ctx.cookies.get(SESSION_COOKIE))
      if (!session) return undefined
      const { personId, openedAt, writtenAt } = session
      if (Date.parse(clock()) - Date.parse(writtenAt) > RENEW_AFTER_MS) await write(ctx, personId, openedAt)
      return personId
    },
  }

  async function write(ctx: Context, personId: string, openedAt: string): Promise<string> {
    const now = clock()
    const endsAt = [later(now, IDLE_MS), later(openedAt, ABSOLUTE_MS)].sort()[0] ?? now
    const token = await new SignJWT({ opened: openedAt })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(personId)
      .setAudience(AUDIENCE)
      .setIssuedAt(new Date(now))
      .setExpirationTime(new Date(endsAt))
      .sign(key)
    setCookie(ctx, token)
    return endsAt
  }

  async function read(token: string | undefined) {
    if (token === undefined) return undefined
    try {
      const options = { algorithms: ['HS256'], audience: AUDIENCE, currentDate: new Date(clock()) }
      const { payload } = await jwtVerify<{ opened: string }>(token, key, options)
      const writtenAt = new Date((payload.iat ?? 0) * 1000).toISOString()
      return { personId: payload.sub ?? '', openedAt: payload.opened, writtenAt }
    } catch {
      // Expired, or not ours: the browser is simply not signed in.
      return undefined
    }
  }

  function setCookie(ctx: Context, token: string | null): void {
    // Behind a proxy the connection here is plain; the public URL says what the browser sees.
    ctx.cookies.secure = secure
    ctx.cookies.set(SESSION_COOKIE, token, { path, secure, httpOnly: true, sameSite: 'lax', overwrite: true })
  }
}
