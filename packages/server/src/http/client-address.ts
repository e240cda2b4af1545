import { isIP } from 'node:net'
import type { Middleware } from 'koa'

/**
 * The address of who asks, behind so many proxies of one's own: each adds the address it was asked from to `X-Forwarded-For`, so the last
 * `trustedProxies` entries are theirs, and the first of these is the client's. What stands before them anybody may have written. Without a
 * proxy the header says nothing.
 */
export function clientAddress(trustedProxies: number): Middleware {
  return async function takeClientAddress(ctx, next) {
    if (trustedProxies > 0) {
      const named = ctx
        .get('X-Forwarded-For')
        .split(',')
        .map((entry) => entry.trim())
      const client = named.at(-Math.min(trustedProxies, named.length))
      if (client !== undefined && isIP(client) !== 0) ctx.request.ip = client
    }
    await next()
  }
}
