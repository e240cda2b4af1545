import type { Middleware } from 'koa'
import type { Logger } from 'pino'

/**
 * One line a request: who, what, on which case, how it ended, how long it took. Queries, bodies, cookies and tickets are never written:
 * they hold what people typed.
 */
export function accessLog(log: Logger): Middleware {
  return async function logRequest(ctx, next) {
    const begunAt = performance.now()
    try {
      await next()
    } finally {
      log.info(
        {
          requestId: ctx.state.requestId,
          caseId: ctx.state.caseId,
          method: ctx.method,
          path: ctx.path,
          status: ctx.status,
          ms: Math.round((performance.now() - begunAt) * 10) / 10,
          person: ctx.state.actor?.person.id,
          address: ctx.ip,
        },
        'request',
      )
    }
  }
}
