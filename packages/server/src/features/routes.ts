import type { AuditLog } from '../audit/audit-log.ts'
import type { Route } from '../http/route.ts'
import { type AdminRoutesDeps, adminRoutes } from './admin/admin-routes.ts'
import { type ArchiveRoutesDeps, archiveRoutes } from './archive/archive-routes.ts'
import { type AuditRoutesDeps, auditRoutes } from './audit/audit-routes.ts'
import { type CaseRoutesDeps, caseRoutes } from './cases/case-routes.ts'
import { type DirectoryRoutesDeps, directoryRoutes } from './directory/directory-routes.ts'
import { type EventRoutesDeps, eventRoutes } from './events/event-routes.ts'
import { fileRoutes } from './files/file-routes.ts'
import type { FileService } from './files/file-service.ts'
import { type JobRoutesDeps, jobRoutes } from './jobs/job-routes.ts'
import { type MatterRoutesDeps, matterRoutes } from './matters/matter-routes.ts'
import { meRoutes } from './me/me-routes.ts'
import type { MeService } from './me/me-service.ts'
import { type MessageRoutesDeps, messageRoutes } from './messages/message-routes.ts'
import { type MigrationRoutesDeps, migrationRoutes } from './migrations/migration-routes.ts'
import { type NotificationRoutesDeps, notificationRoutes } from './notifications/notification-routes.ts'
import { printRoutes } from './print/print-routes.ts'
import type { PrintService } from './print/print-service.ts'
import { type RegisterRoutesDeps, registerRoutes } from './registers/register-routes.ts'
import { type SessionRoutesDeps, sessionRoutes } from './sessions/session-routes.ts'
import { type StatisticRoutesDeps, statisticRoutes } from './statistics/statistic-routes.ts'
import { type TaskRoutesDeps, taskRoutes } from './tasks/task-routes.ts'

export interface RoutesDeps
  extends SessionRoutesDeps,
    DirectoryRoutesDeps,
    EventRoutesDeps,
    StatisticRoutesDeps,
    AuditRoutesDeps {
  services: MatterRoutesDeps &
    CaseRoutesDeps &
    TaskRoutesDeps &
    RegisterRoutesDeps &
    MessageRoutesDeps &
    AdminRoutesDeps &
    MigrationRoutesDeps &
    ArchiveRoutesDeps &
    JobRoutesDeps &
    NotificationRoutesDeps & { audit: AuditLog }
  meService: MeService
  fileService: FileService
  printService: PrintService
}

/** Every route of the API. */
export function apiRoutes(deps: RoutesDeps): Route[] {
  return [
    ...sessionRoutes(deps),
    ...meRoutes(deps),
    ...fileRoutes({ fileService: deps.fileService, audit: deps.services.audit }),
    ...printRoutes(deps),
    ...directoryRoutes(deps),
    ...matterRoutes(deps.services),
    ...caseRoutes(deps.services),
    ...taskRoutes(deps.services),
    ...registerRoutes(deps.services),
    ...messageRoutes(deps.services),
    ...adminRoutes(deps.services),
    ...migrationRoutes(deps.services),
    ...archiveRoutes(deps.services),
    ...jobRoutes(deps.services),
    ...notificationRoutes(deps.services),
    ...eventRoutes(deps),
    ...statisticRoutes(deps),
    ...auditRoutes(deps),
  ]
}
