import type { Route } from '../http/route.ts'
import { type DirectoryRoutesDeps, directoryRoutes } from './directory/directory-routes.ts'
import { fileRoutes } from './files/file-routes.ts'
import type { FileService } from './files/file-service.ts'
import { meRoutes } from './me/me-routes.ts'
import type { MeService } from './me/me-service.ts'
import { printRoutes } from './print/print-routes.ts'
import type { PrintService } from './print/print-service.ts'
import { type SessionRoutesDeps, sessionRoutes } from './sessions/session-routes.ts'

export interface RoutesDeps extends SessionRoutesDeps, DirectoryRoutesDeps {
  meService: MeService
  fileService: FileService
  printService: PrintService
}

/** Every route of the API. */
export function apiRoutes(deps: RoutesDeps): Route[] {
  return [
    ...sessionRoutes(deps),
    ...meRoutes(deps),
    ...fileRoutes(deps),
    ...printRoutes(deps),
    ...directoryRoutes(deps),
  ]
}
