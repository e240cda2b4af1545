import type { Knex } from 'knex'
import * as cases from './0001-cases.ts'
import * as registers from './0002-registers.ts'
import * as files from './0003-files.ts'
import * as usedTickets from './0004-used-tickets.ts'
import * as fileUses from './0005-file-uses.ts'
import * as taskSignatures from './0006-task-signatures.ts'
import * as taskVersions from './0007-task-versions.ts'
import * as definitionDrafts from './0008-definition-drafts.ts'
import * as statistics from './0009-statistics.ts'
import * as listIndexes from './0010-list-indexes.ts'
import * as caseCopies from './0011-case-copies.ts'
import * as sessions from './0012-sessions.ts'
import * as caseMigrations from './0013-case-migrations.ts'
import * as auditLog from './0014-audit-log.ts'
import * as runningMigrations from './0016-running-migrations.ts'
import * as notifications from './0017-notifications.ts'
import * as encryptionKeys from './0018-encryption-keys.ts'
import * as unusedFiles from './0019-unused-files.ts'
import * as caseArchive from './0021-case-archive.ts'
import * as scheduledPublications from './0022-scheduled-publications.ts'

interface NamedMigration extends Knex.Migration {
  name: string
}

const all: NamedMigration[] = [
  { name: '0001-cases', ...cases },
  { name: '0002-registers', ...registers },
  { name: '0003-files', ...files },
  { name: '0004-used-tickets', ...usedTickets },
  { name: '0005-file-uses', ...fileUses },
  { name: '0006-task-signatures', ...taskSignatures },
  { name: '0007-task-versions', ...taskVersions },
  { name: '0008-definition-drafts', ...definitionDrafts },
  { name: '0009-statistics', ...statistics },
  { name: '0010-list-indexes', ...listIndexes },
  { name: '0011-case-copies', ...caseCopies },
  { name: '0012-sessions', ...sessions },
  { name: '0013-case-migrations', ...caseMigrations },
  { name: '0014-audit-log', ...auditLog },
  { name: '0016-running-migrations', ...runningMigrations },
  { name: '0017-notifications', ...notifications },
  { name: '0018-encryption-keys', ...encryptionKeys },
  { name: '0019-unused-files', ...unusedFiles },
  { name: '0021-case-archive', ...caseArchive },
  { name: '0022-scheduled-publications', ...scheduledPublications },
]

/** Every migration in order, listed by hand: nothing is found by scanning a folder. */
export const migrations: Knex.MigrationSource<NamedMigration> = {
  getMigrations: async () => all,
  getMigrationName: (migration) => migration.name,
  getMigration: async (migration) => migration,
}
