import { z } from 'zod'
import { endpoint } from '../../http/route.ts'
import {
  CaseMigrated,
  MigrateCase,
  Migration,
  MigrationAnswer,
  MigrationList,
  MigrationParams,
  MigrationQuery,
  StartMigration,
} from './migration-schema.ts'

const shared = { tag: 'admin', who: 'administrator' } as const

export const listMigrations = endpoint({
  ...shared,
  operationId: 'listMigrations',
  method: 'get',
  path: '/admin/migrations',
  summary: 'The latest migrations of a matter, and how many open cases run on which version.',
  query: MigrationQuery,
  response: MigrationList,
})

export const readMigration = endpoint({
  ...shared,
  operationId: 'readMigration',
  method: 'get',
  path: '/admin/migrations/:migrationId',
  summary: 'How far a migration is, and which cases stay.',
  params: MigrationParams,
  response: Migration,
})

export const startMigration = endpoint({
  ...shared,
  operationId: 'startMigration',
  audited: 'byService',
  method: 'post',
  path: '/admin/migrations',
  summary:
    'Moves open cases to another version of their matter, by and by; or says with `dryRun` what that would come to.',
  body: StartMigration,
  response: MigrationAnswer,
})

export const migrateCase = endpoint({
  ...shared,
  operationId: 'migrateCase',
  audited: 'byService',
  method: 'post',
  path: '/admin/cases/:caseId/migrate',
  summary: 'Moves one open case to another version of its matter.',
  params: z.object({ caseId: z.string().max(64) }),
  body: MigrateCase,
  response: CaseMigrated,
})
