import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import type { HttpConfig } from '../../http/http-config.ts'
import type { Directory } from '../directory/directory.ts'
import { createDemoLogin } from './demo-login.ts'
import type { Login } from './login.ts'
import { createOidcLogin, type OidcOptions } from './oidc-login.ts'
import { createPortalLogin } from './portal-login.ts'
import type { Sessions } from './session.ts'
import type { Tickets } from './ticket.ts'
import { createTicketLogin } from './ticket-login.ts'

export interface LoginDeps {
  config: HttpConfig
  directory: Directory
  sessions: Sessions
  tickets?: Tickets
  oidc?: OidcOptions
  demoAccounts?: boolean
  clock: Clock
  log: Logger
}

/** The logins of a configuration: tickets where there is a key, and one kind of pages for browsers. */
export function createLogins({ tickets, oidc, demoAccounts, ...deps }: LoginDeps): Login[] {
  const pages = oidc ? createOidcLogin(oidc, deps) : demoAccounts ? createDemoLogin(deps) : createPortalLogin()
  return tickets ? [createTicketLogin(tickets), pages] : [pages]
}
