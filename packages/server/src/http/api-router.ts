import Router from '@koa/router'
import type { Context, Middleware } from 'koa'
import type { AuditLog } from '../audit/audit-log.ts'
import { auditedAs } from '../audit/audit-request.ts'
import { ServerError } from '../errors.ts'
import { type Actor, ADMINISTRATOR_ROLES, type AdministratorKind, isAdministrator } from './actor.ts'
import type { Authenticate } from './authenticate.ts'
import { fileBody } from './file-body.ts'
import { jsonBody } from './json-body.ts'
import { type LimitedKind, limitedKindOf, type RateLimiter } from './rate-limits.ts'
import type { Endpoint, Exchange, Route } from './route.ts'
import { checked } from './validate.ts'

export const API_PREFIX = '/api/v1'

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,128}$/

export interface ApiRouterOptions {
  authenticate: Authenticate
  /** Checks answers against their schemas too: a route that lies about itself fails its tests. */
  checkAnswers: boolean
  /** Without one nothing is counted. */
  limiter?: RateLimiter
  audit: Pick<AuditLog, 'record'>
}

/** Routes below `/api/v1`: who asks, then what is asked, then the answer. */
export function apiRouter(
  routes: readonly Route[],
  { authenticate, checkAnswers, limiter, audit }: ApiRouterOptions,
): Middleware {
  const router = new Router({ prefix: API_PREFIX })
  const readers = { json: jsonBody(), file: fileBody() }

  for (const { endpoint, answer } of routes) {
    const identify = endpoint.who === 'anyone' ? [] : [permit(endpoint, authenticate)]
    const kind = limiter && limitedKindOf(endpoint)
    const count = limiter && kind ? [limit(limiter, kind)] : []
    const read = endpoint.body ? [endpoint.body === 'file' ? readers.file : readers.json] : []
    router[endpoint.method](endpoint.path, declare(endpoint), ...identify, ...count, ...read, async (ctx) => {
      const body = await answer(toExchange(endpoint, ctx as unknown as Context))
      ctx.state.caseId ??= caseIdIn(body)
      await writeDown(endpoint, ctx as unknown as Context, audit)
      present(endpoint, ctx as unknown as Context, body, checkAnswers)
    })
  }
  const dispatch = router.routes() as unknown as Middleware

  return async function routeApi(ctx, next) {
    if (ctx.path !== API_PREFIX && !ctx.path.startsWith(`${API_PREFIX}/`)) return next()
    ctx.set('Cache-Control', 'no-store')
    await dispatch(ctx, async () => {
      const methods = [...new Set(router.match(ctx.path, ctx.method).path.flatMap((layer) => layer.methods))]
      if (methods.length === 0) throw new ServerError('ROUTE_NOT_FOUND')
      throw new ServerError('METHOD_NOT_ALLOWED', { allow: methods.join(', ') })
    })
  }
}

/** Before the answer goes out: what could not be written down is not given away. */
async function writeDown({ audited }: Endpoint, ctx: Context, audit: Pick<AuditLog, 'record'>): Promise<void> {
  if (typeof audited !== 'object') return
  await audit.record({ ...auditedAs(signedIn(ctx)), kind: audited.kind, object: audited.object(ctx.params) })
}

/** Says in logs and metrics what was asked for. */
function declare({ path }: Endpoint): Middleware {
  return async function nameRoute(ctx, next) {
    ctx.state.route = `${API_PREFIX}${path}`
    ctx.state.caseId = ctx.params.caseId
    await next()
  }
}

function caseIdIn(body: unknown): string | undefined {
  const found = typeof body === 'object' && body !== null && 'caseId' in body ? body.caseId : undefined
  return typeof found === 'string' ? found : undefined
}

function permit({ who }: Endpoint, authenticate: Authenticate): Middleware {
  return async function permitActor(ctx, next) {
    const actor = await authenticate(ctx)
    ctx.state.actor = actor
    if (actor.integration !== (who === 'integration')) throw new ServerError('FORBIDDEN')
    if (ofAdministrators(who) && !isAdministrator(actor, who)) throw new ServerError('FORBIDDEN')
    await next()
  }
}

function limit(limiter: RateLimiter, kind: LimitedKind): Middleware {
  return async function limitRate(ctx, next) {
    await limiter.spend(kind, ctx as unknown as Context)
    await next()
  }
}

function ofAdministrators(who: Endpoint['who']): who is AdministratorKind {
  return Object.hasOwn(ADMINISTRATOR_ROLES, who)
}

function toExchange(endpoint: Endpoint, ctx: Context): Exchange<never, never, never> {
  const { params, query, body } = endpoint
  const hasJson = body !== undefined && body !== 'file'
  return {
    params: (params ? checked('params', params, ctx.params) : undefined) as never,
    query: (query ? checked('query', query, { ...ctx.query }) : undefined) as never,
    body: (hasJson ? checked('body', body, ctx.request.body) : undefined) as never,
    upload: ctx.state.upload,
    get actor() {
      return signedIn(ctx)
    },
    idempotencyKey: idempotencyKey(ctx),
    ifMatch: ctx.get('If-Match').replace(/^(?:W\/)?"(.*)"$/, '$1') || undefined,
    ctx,
  }
}

function signedIn(ctx: Context): Actor {
  if (!ctx.state.actor) throw new ServerError('UNAUTHENTICATED')
  return ctx.state.actor
}

function idempotencyKey(ctx: Context): string | undefined {
  const key = ctx.get('Idempotency-Key')
  if (key === '') return undefined
  if (!IDEMPOTENCY_KEY.test(key)) throw new ServerError('IDEMPOTENCY_KEY_INVALID')
  return key
}

function present({ response, status }: Endpoint, ctx: Context, body: unknown, checkAnswers: boolean): void {
  if (response === 'file' || response === 'events') return
  if (response === 'none') {
    ctx.status = 204
    return
  }
  if (checkAnswers) response.parse(body)
  ctx.status = status ?? 200
  ctx.body = JSON.stringify(body)
  ctx.type = 'application/json'
}
