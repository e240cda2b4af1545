import type { Knex } from 'knex'
import type { Pool } from 'pg'
import { dialects } from './dialects/index.ts'
import type { Work } from './group-commit.ts'
import type { Keyring } from './keyring.ts'
import { migrations } from './migrations/index.ts'
import { pendingMigrations } from './pending-migrations.ts'
import type { Sql } from './sql.ts'
import { createVault } from './vault.ts'

export type DatabaseKind = 'sqlite' | 'postgres' | 'mariadb'

/**
 * The database of a server. `write` is the one way to change rows: one call, one transaction. `read` sees what is
 * committed. `knex` builds queries, migrates, and makes the tables of registers.
 */
export interface Database {
  readonly kind: DatabaseKind
  readonly knex: Knex
  readonly read: Sql
  /** Connections of PostgreSQL, for what runs on them beside us. */
  readonly pool?: Pool
  /**
   * Runs `work` in a transaction and answers after its COMMIT. A work that a deadlock has broken runs again.
   *
   * @param lane works of one lane lock the same row: they wait for each other here, and may share a transaction
   * @throws ServerError `VALUE_TOO_LONG` when a text does not fit its column, `UNAVAILABLE` when the database is gone
   */
  write<T>(work: Work<T>, lane?: string): Promise<T>
  /** Runs `work` in one process at a time of all that share the database: migrations, tables of registers. */
  exclusively<T>(work: () => Promise<T>): Promise<T>
  /** Waits for the writes under way, then closes. */
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** `sqlite:PATH` (the file is made when missing), `postgres://…`, `mysql://…` or `mariadb://…`. */
  url: string
  /** Most connections of this process on PostgreSQL and MariaDB; by default 16. */
  poolSize?: number
  /** Keys that seal what is kept of people; without them everything is kept as it is. */
  keyring?: Keyring
  /** Sees every statement, BEGIN and COMMIT included. */
  onStatement?: (text: string) => void
}

const POOL_SIZE = 16

/**
 * Opens a database and brings its tables up to date.
 *
 * @throws Error for a URL of no database that is known
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const db = await connectDatabase(options)
  try {
    await db.exclusively(() => migrate(db.knex))
    return db
  } catch (error) {
    await db.close()
    throw error
  }
}

/** Opens a database as it is; the tables are not looked at. @throws Error for a URL of no database that is known */
export async function connectDatabase({
  poolSize = POOL_SIZE,
  keyring,
  ...options
}: DatabaseOptions): Promise<Database> {
  const dialect = dialects.find(({ schemes }) => schemes.includes(schemeOf(options.url)))
  if (!dialect) throw new Error(`No database is known under ${schemeOf(options.url)}: use sqlite, postgres or mariadb.`)
  return dialect.open({ ...options, poolSize, vault: createVault(keyring) })
}

/** Who may migrate holds the database alone: a lock that is still there is one of a process that has died. */
async function migrate(knex: Knex): Promise<void> {
  if ((await pendingMigrations(knex)).length === 0) return
  const config = { migrationSource: migrations }
  await knex.migrate.forceFreeMigrationsLock(config)
  await knex.migrate.latest(config)
}

function schemeOf(url: string): string {
  return url.slice(0, Math.max(url.indexOf(':'), 0))
}
