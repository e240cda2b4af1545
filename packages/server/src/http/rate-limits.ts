import type { Context } from 'koa'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { ServerError } from '../errors.ts'
import type { Endpoint } from './route.ts'

/** What is counted apart. */
export type LimitedKind = 'signIn' | 'write' | 'upload' | 'export'

/** How many a minute. Sign-ins are counted by address, everything else by person. */
export type RateLimits = Readonly<Record<LimitedKind, number>>

export const RATE_LIMITS: RateLimits = { signIn: 30, write: 120, upload: 60, export: 30 }

const MINUTE = 60
const EXPORT = /\.(pdf|docx|xlsx|zip)$/

/** Counts what may be done only so often. Each process counts for itself. */
export interface RateLimiter {
  /** @throws ServerError `TOO_MANY_REQUESTS` with `retryAfter`, the seconds to wait */
  spend(kind: LimitedKind, ctx: Context): Promise<void>
}

export function createRateLimiter(limits: RateLimits): RateLimiter {
  const limiter = (kind: LimitedKind) =>
    new RateLimiterMemory({ points: limits[kind], duration: MINUTE, keyPrefix: kind })
  const limiters: Record<LimitedKind, RateLimiterMemory> = {
    signIn: limiter('signIn'),
    write: limiter('write'),
    upload: limiter('upload'),
    export: limiter('export'),
  }
  return {
    async spend(kind, ctx) {
      const person = kind === 'signIn' ? undefined : ctx.state.actor?.person.id
      try {
        await limiters[kind].consume(person ?? ctx.ip)
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        const retryAfter = Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
        throw new ServerError('TOO_MANY_REQUESTS', { detail: `操作太频繁，请 ${retryAfter} 秒后再试。`, retryAfter })
      }
    },
  }
}

/** As what an endpoint counts; reading pages and lists is not counted. */
export function limitedKindOf({ method, path, body, response, who }: Endpoint): LimitedKind | undefined {
  if (who === 'anyone') return method === 'post' ? 'signIn' : undefined
  // Other systems deliver as fast as they have something to say.
  if (who === 'integration') return undefined
  if (body === 'file') return 'upload'
  if (response === 'file' && EXPORT.test(path)) return 'export'
  return method === 'get' ? undefined : 'write'
}
