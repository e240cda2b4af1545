import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type Koa from 'koa'
import { type Logger, pino } from 'pino'
import { createApp } from './app.ts'
import { loadApp } from './app-folder/load-app.ts'
import { readHolidays } from './calendar/read-holidays.ts'
import { createWorkCalendar, type WorkCalendar } from './calendar/work-calendar.ts'
import { type Clock, systemClock } from './clock.ts'
import { type Database, openDatabase } from './db/database.ts'
import { firstIdOf, uuidV7 } from './db/uuid-v7.ts'
import { createAuditService } from './features/audit/audit-service.ts'
import { readsMatter } from './features/cases/case-for-reader.ts'
import { showsFile } from './features/cases/shows-file.ts'
import { createEventHub, type EventHub } from './features/events/event-hub.ts'
import { createFileRepository } from './features/files/file-repository.ts'
import { createFileService } from './features/files/file-service.ts'
import { createUnusedFiles, type UnusedFiles } from './features/files/unused-files.ts'
import { createMeService } from './features/me/me-service.ts'
import { takePaperCopy } from './features/print/paper-copy.ts'
import { createPrintService } from './features/print/print-service.ts'
import { createStatisticService, type StatisticService } from './features/statistics/statistic-service.ts'
import type { HttpConfig } from './http/http-config.ts'
import { readQueueDepth } from './jobs/queue-depth.ts'
import { keptSecret } from './kept-secret.ts'
import { createMetrics, type Metrics } from './metrics/metrics.ts'
import { createSlowStatements, SLOW_STATEMENT_MS } from './metrics/slow-statements.ts'
import { watchedDatabase } from './metrics/watched-database.ts'
import { publishDirectory, type SharedDirectory } from './ports/directory/shared-directory.ts'
import { createFolderFileStore } from './ports/files/folder-file-store.ts'
import { createLogins } from './ports/login/create-logins.ts'
import { rememberTickets } from './ports/login/remembered-tickets.ts'
import { createSessions, SESSION_LIMITS } from './ports/login/session.ts'
import { createSessionRepository } from './ports/login/session-repository.ts'
import { createTickets } from './ports/login/ticket.ts'
import { createUsedTickets } from './ports/login/used-tickets.ts'
import { createWebhookNotifier } from './ports/notifier/webhook-notifier.ts'
import { createChromiumPrinter } from './ports/printer/chromium-printer.ts'
import { createReadiness } from './readiness.ts'
import type { RuntimeOptions } from './server-options.ts'
import { chinaDate } from './services/china-date.ts'
import { createGuardedFetch } from './services/guarded-fetch.ts'
import { createServices, type Services } from './services.ts'

/** The embedded database of a data folder, which is there where no other is named. */
export function sqliteUrl(dataFolder: string): string {
  return `sqlite:${join(dataFolder, DATABASE_FILE)}`
}

/** Name of the embedded database in a data folder. */
export const DATABASE_FILE = 'zhupi.sqlite'

const REFRESH_MS = 5000
const CLEAN_MS = 3_600_000
const COUNT_MS = 30_000
/** What is older is committed. */
const COUNT_LAG_MS = 30_000

const NOTIFY_MS = 1000
/** What commits later than this after its id was made is found behind `COUNT_LAG_MS`. */
const NOTIFY_OVERLAP_MS = 5000
const REMIND_MS = 5 * 60_000
const PRUNE_MS = 3_600_000

/** An application that runs: mount `app` below the path of its public URL, or let `startServer` listen. */
export interface Runtime {
  app: Koa
  services: Services
  database: Database
  events: EventHub
  statistics: StatisticService
  directory: SharedDirectory
  metrics: Metrics
  /** Says to `/readyz` that no new request shall come this way. */
  drain(): void
  /** Lets the jobs under way end, then closes printer and database. The HTTP server is closed before it. */
  close(): Promise<void>
}

/**
 * Opens an application on its data folder: checks its definitions, brings the database up to date, wires everything and
 * starts the jobs.
 *
 * @throws ServerError `APP_INVALID` with every error as an issue
 */
export async function openRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { appFolder, dataFolder, databaseUrl, poolSize, clock = systemClock, runJobs = true } = options
  const { log = pino({ level: 'warn' }), slowStatementMs = SLOW_STATEMENT_MS } = options
  const folder = await loadApp(appFolder)
  const calendar = workCalendar(options.holidayFile, clock, log)
  await mkdir(dataFolder, { recursive: true })
  const config = await httpConfig(options)
  const metrics = createMetrics()
  const database = watchedDatabase(
    await openDatabase({ url: databaseUrl ?? sqliteUrl(dataFolder), poolSize, keyring: options.keyring }),
    { count: metrics.countStatement, slowMs: slowStatementMs, onSlow: createSlowStatements(log, metrics) },
  )
  let stopping = false
  try {
    const directory = await database.exclusively(() => publishDirectory(database, folder, clock()))
    const files = createFileRepository(database)
    const send = createGuardedFetch({ networks: options.webhookNetworks ?? [] })
    const { notifiers = [], notifyWebhook } = options
    const services = await createServices({
      db: database,
      app: folder,
      directory,
      calendar,
      clock,
      newId: uuidV7,
      webhookHosts: options.webhookHosts,
      send,
      notifiers: notifyWebhook ? [...notifiers, createWebhookNotifier(notifyWebhook, { send })] : notifiers,
      ...(options.remindBeforeMs !== undefined && { remindBeforeMs: options.remindBeforeMs }),
      publicUrl: config.publicUrl,
      onJobError(error, job) {
        metrics.countFailedTry(job?.kind ?? 'unknown')
        log.warn({ err: error, job: job?.id, kind: job?.kind, caseId: job?.caseId ?? undefined }, 'job failed')
      },
    })
    const { definitions, audit } = services
    const store = createFolderFileStore(join(dataFolder, 'files'))
    const fileService = createFileService({
      files,
      store,
      usedInReadableCase: (actor, fileId) => showsFile(database.read, definitions, actor, fileId),
      clock,
      newId: uuidV7,
    })
    const { keepUnusedMs } = options
    const unusedFiles = createUnusedFiles({
      db: database,
      store,
      registers: () => definitions.registers(),
      clock,
      ...(keepUnusedMs !== undefined && { keepMs: keepUnusedMs }),
    })
    const printer = options.printer ?? createChromiumPrinter()
    const printService = createPrintService({
      takeCopy: (actor, caseId) => takePaperCopy({ db: database, definitions, audit }, actor, caseId),
      readFile: fileService.readForCase,
      printer,
      clock,
      ...(options.print && { look: options.print }),
    })
    const sessions = createSessions({
      config,
      repository: createSessionRepository(database),
      audit,
      clock,
      newId: uuidV7,
      limits: { ...SESSION_LIMITS, ...options.sessions },
      onEnd: (id) => events.endSession(id),
    })
    const tickets = options.ticketKey && rememberTickets(createTickets(options.ticketKey, clock), clock)
    const { oidc, demoAccounts, pluginFolder } = options
    const events = createEventHub({
      db: database,
      readsMatter: (roles, key) => readsMatter(definitions, roles, key),
      livingSessions: (ids) => sessions.holding(ids),
      onError: (err) => log.warn({ err }, 'events not read'),
    })
    const statistics = createStatisticService({ db: database, definitions, clock })
    const app = createApp({
      services,
      events,
      statistics,
      meService: createMeService({ db: database, definitions, statistics }),
      fileService,
      printService,
      auditService: createAuditService({ db: database, clock }),
      directory,
      sessions,
      tickets,
      usedTickets: createUsedTickets(database, clock),
      logins: await createLogins({ config, directory, sessions, audit, tickets, oidc, demoAccounts, clock, log }),
      config,
      pluginFolder,
      log,
      checks: createReadiness({ db: database, files: store, jobs: services.jobs, stopping: () => stopping }),
      metrics,
      metricsToken: options.metricsToken,
      rateLimits: options.rateLimits,
    })
    if (!options.keyring && !options.demoAccounts)
      log.warn('no encryption key: numbers of identity cards and phones are stored as they are')
    metrics.watchQueue(() => readQueueDepth(database, clock()))
    if (runJobs) services.jobs.start()
    const stopRepeating = runJobs
      ? repeat({
          definitions,
          directory,
          archive: services.archive,
          notifications: services.notifications,
          events,
          statistics,
          unusedFiles,
          log,
        })
      : () => {}
    return {
      app,
      services,
      database,
      events,
      statistics,
      directory,
      metrics,
      drain() {
        stopping = true
        events.stop()
      },
      async close() {
        stopping = true
        events.stop()
        stopRepeating()
        await services.jobs.stop()
        await printer.close()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

interface Repeated {
  definitions: Services['definitions']
  directory: SharedDirectory
  archive: Services['archive']
  notifications: Services['notifications']
  events: EventHub
  statistics: StatisticService
  unusedFiles: UnusedFiles
  log: Logger
}

/**
 * What happens by itself as long as the process runs. Several processes share a database: what one publishes is in force in all of
 * them within seconds, what one does is heard in all of them, and whichever comes first counts it.
 */
function repeat({
  definitions,
  directory,
  archive,
  notifications,
  events,
  statistics,
  unusedFiles,
  log,
}: Repeated): () => void {
  events.start()
  const every = (ms: number, what: string, work: () => Promise<unknown>) =>
    setInterval(() => void work().catch((err) => log.warn({ err }, `${what} failed`)), ms)
  const timers = [
    every(REFRESH_MS, 'refreshing definitions', () => definitions.refresh()),
    every(REFRESH_MS, 'refreshing the directory', () => directory.refresh()),
    every(COUNT_MS, 'counting', () => statistics.count(firstIdOf(Date.now() - COUNT_LAG_MS))),
    every(NOTIFY_MS, 'notifying', () => notifications.make({ after: firstIdOf(Date.now() - NOTIFY_OVERLAP_MS) })),
    every(COUNT_MS, 'notifying', () => notifications.make({ before: firstIdOf(Date.now() - COUNT_LAG_MS) })),
    every(REMIND_MS, 'reminding', () => notifications.remind()),
    every(CLEAN_MS, 'archiving', () => archive.archiveDue()),
    every(CLEAN_MS, 'removing unused files', () => unusedFiles.clean()),
    every(PRUNE_MS, 'pruning notifications', () => notifications.prune(Date.now())),
  ]
  return () => timers.forEach(clearInterval)
}

/** Says when the holidays of a year are not known for which deadlines are counted already. */
function workCalendar(file: string | undefined, clock: Clock, log: Logger): WorkCalendar {
  const calendar = createWorkCalendar(file === undefined ? undefined : readHolidays(file))
  const year = Number(chinaDate(clock()).slice(0, 4))
  const years = [year, year + 1].filter((one) => !calendar.knows(one))
  if (years.length > 0) log.warn({ years }, 'holidays not known: only Saturdays and Sundays are free')
  return calendar
}

async function httpConfig(options: RuntimeOptions): Promise<HttpConfig> {
  const { publicUrl, frameAncestors = [], trustedOrigins = [], trustedProxies = 0, checkAnswers = false } = options
  return {
    publicUrl: publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`,
    secret: options.secret ?? (await keptSecret(options.dataFolder)),
    frameAncestors,
    trustedOrigins,
    trustedProxies,
    checkAnswers,
  }
}
