import type { Middleware } from 'koa'
import { ServerError } from '../errors.ts'
import type { HttpConfig } from './http-config.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Guards against cross-site request forgery: a change that rides on a cookie must come from a page of ours. Browsers
 * say so by `Sec-Fetch-Site` or `Origin`; who sends neither must add `X-Requested-With`, which another site cannot do
 * without asking first. A request with a ticket needs none of this: no browser adds a ticket by itself.
 *
 * @throws ServerError `ORIGIN_REFUSED`
 */
export function sameOrigin({ publicUrl, trustedOrigins }: HttpConfig): Middleware {
  const ours = new Set([new URL(publicUrl).origin, ...trustedOrigins])
  return async function refuseForeignChanges(ctx, next) {
    const guarded = !SAFE.has(ctx.method) && ctx.get('Cookie') !== '' && ctx.get('Authorization') === ''
    if (guarded && !isOurs(ctx.get('Sec-Fetch-Site'), ctx.get('Origin'), ctx.get('X-Requested-With'))) {
      throw new ServerError('ORIGIN_REFUSED')
    }
    await next()
  }

  function isOurs(site: string, origin: string, requestedWith: string): boolean {
    if (site === 'same-origin') return true
    if (origin !== '') return ours.has(origin)
    return site === '' && requestedWith !== ''
  }
}
