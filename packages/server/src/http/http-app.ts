import Koa, { type Middleware } from 'koa'
import compress from 'koa-compress'
import type { Logger } from 'pino'
import type { AuditLog } from '../audit/audit-log.ts'
import { ServerError } from '../errors.ts'
import { createMetrics, type Metrics } from '../metrics/metrics.ts'
import { accessLog } from './access-log.ts'
import { apiRouter } from './api-router.ts'
import { auditRefusals } from './audit-refusals.ts'
import type { Authenticate } from './authenticate.ts'
import { clientAddress } from './client-address.ts'
import { type Checks, health } from './health.ts'
import type { HttpConfig } from './http-config.ts'
import { measureRequests } from './measure-requests.ts'
import { metricsPage } from './metrics-page.ts'
import { openApiDocument } from './openapi.ts'
import { pluginAssets } from './plugin-assets.ts'
import { problems } from './problems.ts'
import { createRateLimiter, type RateLimiter, type RateLimits } from './rate-limits.ts'
import { requestId } from './request-id.ts'
import type { Route } from './route.ts'
import { sameOrigin } from './same-origin.ts'
import { securityHeaders } from './security-headers.ts'

export interface HttpAppOptions {
  routes: readonly Route[]
  authenticate: Authenticate
  config: HttpConfig
  log: Logger
  /** Hears who was refused, and who took something away. */
  audit: Pick<AuditLog, 'record'>
  /** What `/readyz` asks. */
  checks: Checks
  metrics?: Metrics
  /** Who bears this token reads `/metrics`; without it the path does not exist. */
  metricsToken?: string
  /** How often a minute one may sign in, write, upload, export; without them nothing is counted. */
  rateLimits?: RateLimits
  /** Pages below `/login`: redirects to the host's login and back. */
  loginPages?: readonly Middleware[]
  /** Folder of the built plugin; without it only the API answers. */
  pluginFolder?: string
}

/** The shell of the server: what happens to every request, whatever the routes do. */
export function createHttpApp(options: HttpAppOptions): Koa {
  const { routes, authenticate, config, log, audit, checks, loginPages = [], pluginFolder } = options
  const { metrics = createMetrics(), metricsToken, rateLimits } = options
  const app = new Koa()
  // Only what goes wrong after the answer has begun comes here: whoever reads a file or listens to events has gone.
  app.on('error', (err) => log.debug({ err }, 'answer broken off'))
  app.use(requestId())
  app.use(clientAddress(config.trustedProxies ?? 0))
  app.use(measureRequests(metrics))
  app.use(accessLog(log))
  app.use(problems(log))
  app.use(auditRefusals(audit, (err) => log.error({ err }, 'refusal not written')))
  app.use(securityHeaders(config))
  app.use(compress({ threshold: 2048, br: false }))
  app.use(sameOrigin(config))
  app.use(health({ checks, log, openApi: () => openApiDocument(routes.map(({ endpoint }) => endpoint)) }))
  if (metricsToken !== undefined) app.use(metricsPage(metrics, metricsToken))
  const limiter = rateLimits && createRateLimiter(rateLimits)
  app.use(apiRouter(routes, { authenticate, checkAnswers: config.checkAnswers, limiter, audit }))
  if (limiter) app.use(limitLogins(limiter))
  for (const pages of loginPages) app.use(pages)
  if (pluginFolder !== undefined) app.use(pluginAssets(pluginFolder, config))
  app.use(function refuseUnknown() {
    throw new ServerError('ROUTE_NOT_FOUND')
  })
  return app
}

/** A login is tried where a form is sent or a browser comes back; to go away to the host's login costs nobody anything. */
function limitLogins(limiter: RateLimiter): Middleware {
  return async function limitLogin(ctx, next) {
    const tried = ctx.path === '/login' ? ctx.method === 'POST' : ctx.path.startsWith('/login/')
    if (tried) await limiter.spend('signIn', ctx)
    await next()
  }
}
