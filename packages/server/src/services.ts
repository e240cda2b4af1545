import type { AppFolder } from './app-folder/app.ts'
import { type DefinitionStore, publishApp } from './app-folder/definition-store.ts'
import { type AuditLog, createAuditLog } from './audit/audit-log.ts'
import { createWorkCalendar, type WorkCalendar } from './calendar/work-calendar.ts'
import type { Clock } from './clock.ts'
import type { Database } from './db/database.ts'
import { type AdminService, createAdminService } from './features/admin/admin-service.ts'
import { publicationJobs } from './features/admin/publication-job.ts'
import { createScheduleService, type ScheduleService } from './features/admin/schedule-service.ts'
import { type ArchiveService, createArchiveService } from './features/archive/archive-service.ts'
import { type CaseService, createCaseService } from './features/cases/case-service.ts'
import { serviceJobs } from './features/cases/service-job.ts'
import { timerJobs } from './features/cases/timer-job.ts'
import { beginEncryption } from './features/encryption/begin-encryption.ts'
import { checkKeys } from './features/encryption/key-repository.ts'
import { createJobService, type JobService } from './features/jobs/job-service.ts'
import { createMatterService, type MatterService } from './features/matters/matter-service.ts'
import { createMessageService, type MessageService } from './features/messages/message-service.ts'
import { migrationJobs } from './features/migrations/migration-job.ts'
import { createMigrationService, type MigrationService } from './features/migrations/migration-service.ts'
import { notificationJobs } from './features/notifications/delivery-job.ts'
import { createNotificationService, type NotificationService } from './features/notifications/notification-service.ts'
import { createRegisterService, type RegisterService } from './features/registers/register-service.ts'
import { createTaskService, type TaskService } from './features/tasks/task-service.ts'
import { createJobQueue } from './jobs/create-job-queue.ts'
import type { Job } from './jobs/job.ts'
import type { JobRunner } from './jobs/job-queue.ts'
import type { Directory } from './ports/directory/directory.ts'
import type { Notifier } from './ports/notifier/notifier.ts'
import type { Fetch } from './services/webhook-call.ts'

export interface ServiceDeps {
  db: Database
  /** The application, read and checked by `loadApp`. */
  app: AppFolder
  directory: Directory
  /** Days that are worked; by default as they are built in. */
  calendar?: WorkCalendar
  clock: Clock
  newId: () => string
  /** Hosts that `webhook.call` may post to; none by default. */
  webhookHosts?: readonly string[]
  send?: Fetch
  /** Tell people outside of the plugin; none by default. */
  notifiers?: readonly Notifier[]
  /** How long before a task falls due its receivers are reminded; by default 15 hours: at nine on the day on which it ends. */
  remindBeforeMs?: number
  /** Where browsers find the application, with a slash at the end: for the links of notifiers. */
  publicUrl?: string
  /** Hears of every try of a job that failed. */
  onJobError?: (error: Error, job?: Job) => void
}

/** What the routes call: one service a resource, and the jobs that `main` starts and stops. */
export interface Services {
  definitions: DefinitionStore
  matters: MatterService
  tasks: TaskService
  cases: CaseService
  archive: ArchiveService
  registers: RegisterService
  messages: MessageService
  admin: AdminService
  schedules: ScheduleService
  migrations: MigrationService
  audit: AuditLog
  notifications: NotificationService
  jobDesk: JobService
  jobs: JobRunner
}

const REMIND_BEFORE_MS = 15 * 3_600_000

/** Publishes the application into the database and wires the services over it. */
export async function createServices(deps: ServiceDeps): Promise<Services> {
  const { db, app, directory, clock, newId, webhookHosts = [], send, onJobError } = deps
  const { notifiers = [], remindBeforeMs = REMIND_BEFORE_MS, publicUrl = '' } = deps
  const queue = await createJobQueue(db, clock)
  const definitions = await db.exclusively(async () => {
    await queue.prepare()
    await checkKeys(db)
    const published = await publishApp(db, app, clock())
    await beginEncryption(db, published.registers(), clock())
    return published
  })
  const audit = createAuditLog({ db, directory, clock, newId })
  const { calendar = createWorkCalendar() } = deps
  const commands = { db, definitions, directory, calendar, clock, newId, jobs: queue, audit }
  const handlers = [
    timerJobs(commands),
    serviceJobs({ ...commands, webhookHosts, ...(send && { send }) }),
    migrationJobs(commands),
    publicationJobs(commands),
    notificationJobs({ db, directory, notifiers, publicUrl }),
  ]
  return {
    definitions,
    matters: createMatterService(commands),
    tasks: createTaskService(commands),
    cases: createCaseService(commands),
    archive: createArchiveService(commands),
    registers: createRegisterService(commands),
    messages: createMessageService(commands),
    admin: createAdminService(commands),
    schedules: createScheduleService(commands),
    migrations: createMigrationService(commands),
    audit,
    jobDesk: createJobService({ db, clock, audit, desk: queue.desk }),
    notifications: createNotificationService({ ...commands, notifiers, remindBeforeMs }),
    jobs: queue.createRunner({ newId, handlers, ...(onJobError && { onError: onJobError }) }),
  }
}
