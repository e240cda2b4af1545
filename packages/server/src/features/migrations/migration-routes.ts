import { type Route, route } from '../../http/route.ts'
import { listMigrations, migrateCase, readMigration, startMigration } from './migration-endpoints.ts'
import type { MigrationService } from './migration-service.ts'

export interface MigrationRoutesDeps {
  migrations: MigrationService
}

/** `/admin/migrations`: open cases go on under another version of their matter. */
export function migrationRoutes({ migrations }: MigrationRoutesDeps): Route[] {
  return [
    route(listMigrations, ({ query }) => migrations.list(query.matter)),
    route(readMigration, ({ params }) => migrations.read(params.migrationId)),
    route(startMigration, ({ actor, body }) => migrations.start(actor, body)),
    route(migrateCase, ({ actor, params, body }) => migrations.moveCase(actor, params.caseId, body)),
  ]
}
