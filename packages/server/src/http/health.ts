import type { Middleware } from 'koa'
import type { Logger } from 'pino'
import { ServerError } from '../errors.ts'
import { apiReference } from './api-reference.ts'
import { API_PREFIX } from './api-router.ts'

/** What must stand for the server to be of use: each resolves where it does. */
export type Checks = Readonly<Record<string, () => Promise<void>>>

export interface HealthOptions {
  checks: Checks
  /** Makes the OpenAPI document; asked once, by whoever wants to see it first. */
  openApi: () => object
  log: Logger
}

/** A check that is silent for so long has failed. */
const CHECK_MS = 5000
const REFERENCE = '/docs/api'

/** `/healthz` (the process runs), `/readyz` (it can work), `/openapi.json` and its page `/docs/api`: at the root and below `/api/v1`. */
export function health({ checks, openApi, log }: HealthOptions): Middleware {
  let document: string | undefined
  let page: string | undefined
  const answers: Record<string, () => string | Promise<string>> = {
    '/healthz': () => '{"status":"ok"}',
    '/readyz': async () => {
      const found = await runChecks(checks, log)
      if (Object.values(found).includes('failed')) throw new ServerError('UNAVAILABLE', { checks: found })
      return JSON.stringify({ status: 'ready', checks: found })
    },
    '/openapi.json': () => {
      document ??= JSON.stringify(openApi())
      return document
    },
    [REFERENCE]: () => {
      page ??= apiReference(openApi())
      return page
    },
  }
  return async function answerHealth(ctx, next) {
    const path = ctx.path.startsWith(`${API_PREFIX}/`) ? ctx.path.slice(API_PREFIX.length) : ctx.path
    const answer = Object.hasOwn(answers, path) ? answers[path] : undefined
    if (!answer) return next()
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') {
      throw new ServerError('METHOD_NOT_ALLOWED', { allow: 'GET, HEAD' })
    }
    ctx.state.route = path
    ctx.set('Cache-Control', 'no-cache')
    ctx.body = await answer()
    ctx.type = path === REFERENCE ? 'html' : 'application/json'
  }
}

/** Why a check fails is for the log alone: everybody may ask. */
async function runChecks(checks: Checks, log: Logger): Promise<Record<string, 'ok' | 'failed'>> {
  const entries = Object.entries(checks).map(async ([name, check]) => {
    try {
      await withinTime(check())
      return [name, 'ok'] as const
    } catch (err) {
      log.warn({ err, check: name }, 'not ready')
      return [name, 'failed'] as const
    }
  })
  return Object.fromEntries(await Promise.all(entries))
}

async function withinTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${CHECK_MS} ms`)), CHECK_MS)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}
