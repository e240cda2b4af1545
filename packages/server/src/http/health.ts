import type { Middleware } from 'koa'
import { ServerError } from '../errors.ts'
import { API_PREFIX } from './api-router.ts'

export interface HealthOptions {
  /** Resolves when the database answers. */
  ready(): Promise<void>
  /** The OpenAPI document. */
  openApi: object
}

/** `/healthz` (the process runs), `/readyz` (it can work) and `/openapi.json`: at the root and below `/api/v1`. */
export function health({ ready, openApi }: HealthOptions): Middleware {
  const document = JSON.stringify(openApi)
  const answers: Record<string, () => string | Promise<string>> = {
    '/healthz': () => '{"status":"ok"}',
    '/readyz': async () => {
      await ready().catch((cause) => {
        throw new ServerError('UNAVAILABLE', {}, { cause })
      })
      return '{"status":"ready"}'
    },
    '/openapi.json': () => document,
  }
  return async function answerHealth(ctx, next) {
    const path = ctx.path.startsWith(`${API_PREFIX}/`) ? ctx.path.slice(API_PREFIX.length) : ctx.path
    const answer = Object.hasOwn(answers, path) ? answers[path] : undefined
    if (!answer) return next()
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') {
      throw new ServerError('METHOD_NOT_ALLOWED', { allow: 'GET, HEAD' })
    }
    ctx.set('Cache-Control', 'no-cache')
    ctx.body = await answer()
    ctx.type = 'application/json'
  }
}
