import { pino } from 'pino'
import { createAuditLog } from '../src/audit/audit-log.ts'
import type { Clock } from '../src/clock.ts'
import type { Database } from '../src/db/database.ts'
import { uuidV7 } from '../src/db/uuid-v7.ts'
import { sessionRoutes } from '../src/features/sessions/session-routes.ts'
import { createAuthenticate } from '../src/http/authenticate.ts'
import { createHttpApp, type HttpAppOptions } from '../src/http/http-app.ts'
import type { HttpConfig } from '../src/http/http-config.ts'
import type { Route } from '../src/http/route.ts'
import { createDirectory } from '../src/ports/directory/create-directory.ts'
import { createSessions, type Sessions } from '../src/ports/login/session.ts'
import { createSessionRepository } from '../src/ports/login/session-repository.ts'
import { createTickets, signTicket } from '../src/ports/login/ticket.ts'
import { createTicketLogin } from '../src/ports/login/ticket-login.ts'
import { createUsedTickets } from '../src/ports/login/used-tickets.ts'
import { temporaryDatabase } from './temporary-database.ts'

export const TICKET_SECRET = 'ticket-secret-of-the-tests-0123456789'

const office = {
  id: 'office',
  name: '办公室',
  shortName: '办公室',
  parentId: null,
  division: '370300',
  kind: 'city',
  seal: true,
}
const firm = { ...office, id: 'firm', name: '某企业', shortName: '某企业', kind: 'enterprise' }
const clerk = { id: 'clerk', name: '办公室经办', unitId: 'office', roles: [], posts: [], leader: false, enabled: true }

export const directory = createDirectory(
  [office, firm],
  [
    clerk,
    { ...clerk, id: 'gone', name: '已停用账号', enabled: false },
    { ...clerk, id: 'firm-clerk', name: '某企业经办', unitId: 'firm' },
    { ...clerk, id: 'security', name: '办公室安全管理员', roles: ['安全管理员'] },
    { ...clerk, id: 'province', name: '省平台', roles: ['integration'] },
  ],
)

export interface ShellOptions
  extends Partial<
    Pick<HttpAppOptions, 'pluginFolder' | 'loginPages' | 'log' | 'checks' | 'metrics' | 'metricsToken' | 'rateLimits'>
  > {
  routes?: readonly Route[]
  config?: Partial<HttpConfig>
  clock?: Clock
  /** By default a new SQLite file. */
  db?: Database
}

/** The HTTP shell with the session routes and these, over a real database: nothing of the domain. */
export async function createShell({ routes = [], config = {}, clock = () => NOW, db, ...rest }: ShellOptions = {}) {
  const full: HttpConfig = {
    publicUrl: 'http://oa.example.test/zhupi/',
    secret: 'session-secret-of-the-tests-0123456789',
    frameAncestors: ['http://portal.example.test'],
    trustedOrigins: [],
    checkAnswers: true,
    ...config,
  }
  const tickets = createTickets({ algorithm: 'HS256', secret: TICKET_SECRET }, clock)
  const database = db ?? (await temporaryDatabase())
  const sessions = sessionsOn(database, full, clock)
  const usedTickets = createUsedTickets(database, clock)
  return createHttpApp({
    routes: [...sessionRoutes({ sessions, directory, tickets, usedTickets }), ...routes],
    authenticate: createAuthenticate([createTicketLogin(tickets), sessions], directory),
    config: full,
    log: pino({ level: 'silent' }),
    audit: auditOn(database, clock),
    checks: {},
    ...rest,
  })
}

/** Sessions as a process keeps them that shares this database. */
export function sessionsOn(db: Database, config: Pick<HttpConfig, 'publicUrl'>, clock: Clock): Sessions {
  const audit = auditOn(db, clock)
  return createSessions({ config, repository: createSessionRepository(db), audit, clock, newId: uuidV7 })
}

/** The audit of this database. */
export function auditOn(db: Database, clock: Clock) {
  return createAuditLog({ db, directory, clock, newId: uuidV7 })
}

export const NOW = '2026-03-18T06:05:00.000Z'

export function ticketFor(personId: string, { id = `ticket-${personId}`, now = NOW } = {}): Promise<string> {
  return signTicket({ secret: TICKET_SECRET }, { personId, id, now })
}
