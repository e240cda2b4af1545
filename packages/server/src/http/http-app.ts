import Koa, { type Middleware } from 'koa'
import compress from 'koa-compress'
import type { Logger } from 'pino'
import { ServerError } from '../errors.ts'
import { createMetrics, type Metrics } from '../metrics/metrics.ts'
import { accessLog } from './access-log.ts'
import { apiRouter } from './api-router.ts'
import type { Authenticate } from './authenticate.ts'
import { type Checks, health } from './health.ts'
import type { HttpConfig } from './http-config.ts'
import { measureRequests } from './measure-requests.ts'
import { metricsPage } from './metrics-page.ts'
import { openApiDocument } from './openapi.ts'
import { pluginAssets } from './plugin-assets.ts'
import { problems } from './problems.ts'
import { requestId } from './request-id.ts'
import type { Route } from './route.ts'
import { sameOrigin } from './same-origin.ts'
import { securityHeaders } from './security-headers.ts'

export interface HttpAppOptions {
  routes: readonly Route[]
  authenticate: Authenticate
  config: HttpConfig
  log: Logger
  /** What `/readyz` asks. */
  checks: Checks
  metrics?: Metrics
  /** Who bears this token reads `/metrics`; without it the path does not exist. */
  metricsToken?: string
  /** Pages below `/login`: redirects to the host's login and back. */
  loginPages?: readonly Middleware[]
  /** Folder of the built plugin; without it only the API answers. */
  pluginFolder?: string
}

/** The shell of the server: what happens to every request, whatever the routes do. */
export function createHttpApp(options: HttpAppOptions): Koa {
  const { routes, authenticate, config, log, checks, loginPages = [], pluginFolder } = options
  const { metrics = createMetrics(), metricsToken } = options
  const app = new Koa()
  // Only what goes wrong after the answer has begun comes here: whoever reads a file or listens to events has gone.
  app.on('error', (err) => log.debug({ err }, 'answer broken off'))
  app.use(requestId())
  app.use(measureRequests(metrics))
  app.use(accessLog(log))
  app.use(problems(log))
  app.use(securityHeaders(config))
  app.use(compress({ threshold: 2048, br: false }))
  app.use(sameOrigin(config))
  app.use(health({ checks, log, openApi: openApiDocument(routes.map(({ endpoint }) => endpoint)) }))
  if (metricsToken !== undefined) app.use(metricsPage(metrics, metricsToken))
  app.use(apiRouter(routes, { authenticate, checkAnswers: config.checkAnswers }))
  for (const pages of loginPages) app.use(pages)
  if (pluginFolder !== undefined) app.use(pluginAssets(pluginFolder, config))
  app.use(function refuseUnknown() {
    throw new ServerError('ROUTE_NOT_FOUND')
  })
  return app
}
