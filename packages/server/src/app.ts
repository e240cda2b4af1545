import type Koa from 'koa'
import type { Logger } from 'pino'
import { apiRoutes, type RoutesDeps } from './features/routes.ts'
import { createAuthenticate } from './http/authenticate.ts'
import type { Checks } from './http/health.ts'
import { createHttpApp } from './http/http-app.ts'
import type { HttpConfig } from './http/http-config.ts'
import type { RateLimits } from './http/rate-limits.ts'
import type { Metrics } from './metrics/metrics.ts'
import type { Login } from './ports/login/login.ts'

export interface AppDeps extends RoutesDeps {
  /** Asked in their order, before the session cookie. */
  logins: readonly Login[]
  config: HttpConfig
  /** Folder of the built plugin; without it only the API answers. */
  pluginFolder?: string
  log: Logger
  /** What `/readyz` asks. */
  checks: Checks
  metrics?: Metrics
  metricsToken?: string
  rateLimits?: RateLimits
}

/** The whole server as a Koa app: it runs by itself or is mounted below a path of another. */
export function createApp(deps: AppDeps): Koa {
  const { directory, logins, sessions, config, pluginFolder, log, checks, metrics, metricsToken, rateLimits } = deps
  const { audit } = deps.services
  return createHttpApp({
    routes: apiRoutes(deps),
    authenticate: createAuthenticate([...logins, sessions], directory),
    loginPages: logins.flatMap(({ pages }) => (pages ? [pages] : [])),
    config,
    pluginFolder,
    log,
    audit,
    checks,
    metrics,
    metricsToken,
    rateLimits,
  })
}
