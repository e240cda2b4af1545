import { type Route, route } from '../../http/route.ts'
import { listExpiredCases, removeArchivedCases } from './archive-endpoints.ts'
import type { ArchiveService } from './archive-service.ts'

export interface ArchiveRoutesDeps {
  archive: ArchiveService
}

/** `/admin/archive`: what need not be kept any longer. */
export function archiveRoutes({ archive }: ArchiveRoutesDeps): Route[] {
  return [
    route(listExpiredCases, ({ query }) => archive.expired(query)),
    route(removeArchivedCases, ({ actor, body }) => archive.remove(actor, body)),
  ]
}
