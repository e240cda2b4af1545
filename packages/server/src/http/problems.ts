import type { Middleware } from 'koa'
import type { Logger } from 'pino'
import { toProblem } from './problem.ts'

/** Turns whatever is thrown into a problem. What nobody expected is logged whole, with the number the person quotes. */
export function problems(log: Logger): Middleware {
  return async function answerProblem(ctx, next) {
    try {
      await next()
    } catch (error) {
      const problem = toProblem(error, ctx.state.requestId)
      if (problem.status >= 500) log.error({ err: error, requestId: ctx.state.requestId }, 'request failed')
      ctx.status = problem.status
      ctx.set('Cache-Control', 'no-store')
      if (problem.status === 401) ctx.set('WWW-Authenticate', 'Bearer')
      if (typeof problem.allow === 'string') ctx.set('Allow', problem.allow)
      if (typeof problem.retryAfter === 'number') ctx.set('Retry-After', String(problem.retryAfter))
      ctx.body = JSON.stringify(problem)
      ctx.type = 'application/problem+json'
      // A refused body is read to its end, or the sender would never get to see why.
      if (!ctx.req.complete) ctx.req.resume()
    }
  }
}
