import type { Logger } from 'pino'
import type { AuditLog } from '../../audit/audit-log.ts'
import type { Clock } from '../../clock.ts'
import type { HttpConfig } from '../../http/http-config.ts'
import type { Directory } from '../directory/directory.ts'
import { createDemoLogin } from './demo-login.ts'
import type { Login } from './login.ts'
import type { OidcOptions } from './oidc-login.ts'
import { createPortalLogin } from './portal-login.ts'
import type { Sessions } from './session.ts'
import type { Tickets } from './ticket.ts'
import { createTicketLogin } from './ticket-login.ts'

export interface LoginDeps {
  config: HttpConfig
  directory: Directory
  sessions: Sessions
  audit: Pick<AuditLog, 'record'>
  tickets?: Tickets
  oidc?: OidcOptions
  demoAccounts?: boolean
  clock: Clock
  log: Logger
}

/** The logins of a configuration: tickets where there is a key, and one kind of pages for browsers. */
export async function createLogins({ tickets, oidc, ...deps }: LoginDeps): Promise<Login[]> {
  const pages = oidc ? (await import('./oidc-login.ts')).createOidcLogin(oidc, deps) : localPages(deps)
  return tickets ? [createTicketLogin(tickets), pages] : [pages]
}

function localPages({ demoAccounts, ...deps }: Omit<LoginDeps, 'tickets' | 'oidc'>): Login {
  return demoAccounts ? createDemoLogin(deps) : createPortalLogin()
}
