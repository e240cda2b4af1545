import { randomUUID } from 'node:crypto'
import type { Middleware } from 'koa'

const ACCEPTED = /^[\w-]{8,64}$/

/** Names each request, or keeps the name a proxy gave it (`X-Request-Id`); says it in the answer. */
export function requestId(): Middleware {
  return async function nameRequest(ctx, next) {
    const given = ctx.get('X-Request-Id')
    ctx.state.requestId = ACCEPTED.test(given) ? given : randomUUID()
    ctx.set('X-Request-Id', ctx.state.requestId)
    await next()
  }
}
