import Connection from 'better-sqlite3'
import createKnex, { type Knex } from 'knex'
import { createGroupCommit, type Work } from './group-commit.ts'
import { migrations } from './migrations/index.ts'
import type { Sql } from './sql.ts'
import { createSqliteSql } from './sqlite-sql.ts'

/**
 * The database of a server. `write` is the one way to change rows: one call, one transaction. `read` sees what is
 * committed. `knex` builds queries, migrates, and makes the tables of registers.
 */
export interface Database {
  readonly knex: Knex
  readonly read: Sql
  write<T>(work: Work<T>): Promise<T>
  /** Waits for the writes under way, then closes. */
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** Path of the SQLite file; it is made when missing. */
  file: string
  /** Sees every statement, BEGIN and COMMIT included. */
  onStatement?: (text: string) => void
}

/** Opens an SQLite database (WAL, synchronous FULL: what is answered survives a power cut) and brings its tables up to date. */
export async function openDatabase({ file, onStatement }: DatabaseOptions): Promise<Database> {
  const options = onStatement ? { verbose: (text: unknown) => onStatement(String(text)) } : {}
  const writer = configure(new Connection(file, options))
  const reader = configure(new Connection(file, options))
  const knex = createKnex({
    client: 'better-sqlite3',
    connection: { filename: file },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate(connection: Connection.Database, done: (error: null, connection: Connection.Database) => void) {
        done(null, configure(connection))
      },
    },
  })
  if (onStatement) knex.on('query', ({ sql }: { sql: string }) => onStatement(sql))
  await knex.migrate.latest({ migrationSource: migrations })
  const group = createGroupCommit(writer)
  return {
    knex,
    read: createSqliteSql(reader),
    write: group.write,
    async close() {
      await group.idle()
      await knex.destroy()
      reader.close()
      writer.close()
    },
  }
}

function configure(connection: Connection.Database): Connection.Database {
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('busy_timeout = 5000')
  return connection
}
