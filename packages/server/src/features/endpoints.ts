import type { Endpoint } from '../http/route.ts'
import { ADMIN_ENDPOINTS } from './admin/admin-endpoints.ts'
import { SCHEDULE_ENDPOINTS } from './admin/schedule-endpoints.ts'
import * as archive from './archive/archive-endpoints.ts'
import * as audit from './audit/audit-endpoints.ts'
import * as cases from './cases/case-endpoints.ts'
import * as directory from './directory/directory-endpoints.ts'
import * as events from './events/event-endpoints.ts'
import * as files from './files/file-endpoints.ts'
import * as jobs from './jobs/job-endpoints.ts'
import * as matters from './matters/matter-endpoints.ts'
import * as me from './me/me-endpoints.ts'
import * as messages from './messages/message-endpoints.ts'
import * as migrations from './migrations/migration-endpoints.ts'
import * as notifications from './notifications/notification-endpoints.ts'
import * as print from './print/print-endpoints.ts'
import * as registers from './registers/register-endpoints.ts'
import * as sessions from './sessions/session-endpoints.ts'
import * as statistics from './statistics/statistic-endpoints.ts'
import * as tasks from './tasks/task-endpoints.ts'

/** Every endpoint of the API, in the order of the documentation. `openapi.json` is made from it. */
export const ENDPOINTS = [
  sessions.openSession,
  sessions.closeSession,
  sessions.listOwnSessions,
  sessions.endOwnSession,
  sessions.listSessions,
  sessions.endSession,
  me.readMe,
  matters.listMatters,
  matters.readMatter,
  matters.saveDraft,
  matters.discardDraft,
  matters.startCase,
  matters.previewForecast,
  cases.listCases,
  cases.readCase,
  cases.readDiagram,
  cases.readForecast,
  cases.actOnCase,
  cases.revealValue,
  print.printCase,
  print.printCaseAsWord,
  tasks.listTasks,
  tasks.readTask,
  tasks.actOnTask,
  tasks.actOnTasks,
  registers.readRegister,
  registers.listRows,
  registers.readRow,
  registers.createRow,
  registers.changeRow,
  messages.deliverMessage,
  messages.listWaiting,
  files.uploadFile,
  files.downloadFile,
  directory.findPeople,
  directory.findUnits,
  ...ADMIN_ENDPOINTS,
  ...SCHEDULE_ENDPOINTS,
  migrations.listMigrations,
  migrations.readMigration,
  migrations.startMigration,
  migrations.migrateCase,
  archive.listExpiredCases,
  archive.removeArchivedCases,
  jobs.listJobs,
  jobs.retryJob,
  jobs.discardJob,
  notifications.listNotifications,
  notifications.readNotifications,
  notifications.readCaseNews,
  events.readEvents,
  statistics.readStatistics,
  statistics.exportStatistics,
  audit.listAuditRecords,
  audit.verifyAuditChain,
  audit.exportAudit,
] as unknown as readonly Endpoint[]
