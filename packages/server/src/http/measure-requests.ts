import type { Middleware } from 'koa'
import type { Metrics } from '../metrics/metrics.ts'

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Times each request under its route as declared, so that the number of series is the number of routes. */
export function measureRequests(metrics: Metrics): Middleware {
  return async function measureRequest(ctx, next) {
    const begunAt = performance.now()
    try {
      await next()
    } finally {
      metrics.observeRequest({
        method: METHODS.has(ctx.method) ? ctx.method : 'other',
        route: ctx.state.route ?? 'other',
        status: ctx.status,
        seconds: (performance.now() - begunAt) / 1000,
      })
    }
  }
}
