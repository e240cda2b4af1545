import { EncryptJWT, jwtDecrypt } from 'jose'
import type { Context } from 'koa'
import type { Clock } from '../../clock.ts'
import { basePath, type HttpConfig } from '../../http/http-config.ts'
import { derivedKey } from './derived-key.ts'

const LIFE_SECONDS = 600

/** What must be remembered while a person is away at the host's login. */
export interface LoginState {
  state: string
  nonce: string
  codeVerifier: string
  /** Path to come back to. */
  returnTo: string
  silent: boolean
}

/**
 * Keeps the state of logins under way in encrypted cookies of ten minutes, one a login: several frames of a portal sign
 * in at the same time.
 */
export function createLoginStates(config: Pick<HttpConfig, 'publicUrl' | 'secret'>, clock: Clock) {
  const key = derivedKey(config.secret, 'login')
  const secure = config.publicUrl.startsWith('https:')
  const path = `${basePath(config)}login`
  const cookie = { path, secure, httpOnly: true, sameSite: 'lax', overwrite: true } as const

  return {
    async remember(ctx: Context, login: LoginState): Promise<void> {
      const now = new Date(clock())
      const token = await new EncryptJWT({ ...login })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setIssuedAt(now)
        .setExpirationTime(new Date(now.getTime() + LIFE_SECONDS * 1000))
        .encrypt(key)
      ctx.cookies.secure = secure
      ctx.cookies.set(cookieName(login.state), token, { ...cookie, maxAge: LIFE_SECONDS * 1000 })
    },

    /** Gives back what was remembered, once. */
    async recall(ctx: Context, state: unknown): Promise<LoginState | undefined> {
      if (typeof state !== 'string') return undefined
      const name = cookieName(state)
      const token = ctx.cookies.get(name)
      if (token === undefined) return undefined
      ctx.cookies.secure = secure
      ctx.cookies.set(name, null, cookie)
      try {
        const { payload } = await jwtDecrypt<LoginState>(token, key, { currentDate: new Date(clock()) })
        return payload.state === state ? payload : undefined
      } catch {
        // Too old, or not ours: the login begins anew.
        return undefined
      }
    },
  }
}

function cookieName(state: string): string {
  return `zhupi_login_${state.replaceAll(/[^\w-]/g, '').slice(0, 16)}`
}
