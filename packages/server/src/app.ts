import type Koa from 'koa'
import type { Logger } from 'pino'
import { apiRoutes, type Services } from './features/routes.ts'
import { createAuthenticate } from './http/authenticate.ts'
import { createHttpApp } from './http/http-app.ts'
import type { HttpConfig } from './http/http-config.ts'
import type { Directory } from './ports/directory/directory.ts'
import type { Login } from './ports/login/login.ts'
import type { Sessions } from './ports/login/session.ts'
import type { Tickets } from './ports/login/ticket.ts'
import type { UsedTickets } from './ports/login/used-tickets.ts'

export interface AppDeps {
  services: Services
  directory: Directory
  /** Asked in their order, before the session cookie. */
  logins: readonly Login[]
  sessions: Sessions
  /** Opens sessions by signed tickets; without it no ticket opens one. */
  tickets?: Tickets
  usedTickets: UsedTickets
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
