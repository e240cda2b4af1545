import type Koa from 'koa'
import type { Logger } from 'pino'
import { apiRoutes, type RoutesDeps } from './features/routes.ts'
import { createAuthenticate } from './http/authenticate.ts'
import { createHttpApp } from './http/http-app.ts'
import type { HttpConfig } from './http/http-config.ts'
import type { Login } from './ports/login/login.ts'

export interface AppDeps extends RoutesDeps {
  /** Asked in their order, before the session cookie. */
  logins: readonly Login[]
  config: HttpConfig
  /** Folder of the built plugin; without it only the API answers. */
  pluginFolder?: string
  log: Logger
  /** Resolves when the database answers. */
  ready(): Promise<void>
}

/** The whole server as a Koa app: it runs by itself or is mounted below a path of another. */
export function createApp(deps: AppDeps): Koa {
  const { directory, logins, sessions, config, pluginFolder, log, ready } = deps
  return createHttpApp({
    routes: apiRoutes(deps),
    authenticate: createAuthenticate([...logins, sessions], directory),
    loginPages: logins.flatMap(({ pages }) => (pages ? [pages] : [])),
    config,
    pluginFolder,
    log,
    ready,
  })
}
