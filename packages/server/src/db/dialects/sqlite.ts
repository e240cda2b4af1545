import Connection from 'better-sqlite3'
import createKnex from 'knex'
import type { Database } from '../database.ts'
import { type ErrorCodes, explain } from '../database-error.ts'
import { createGroupCommit } from '../group-commit.ts'
import type { OpenOptions } from './dialect.ts'
import { createSqliteSql } from './sqlite-sql.ts'

/** Source: SQLite, result and error codes. What is written by then is rolled back. */
const CODES: ErrorCodes = {
  victim: new Set(),
  tooLong: new Set(['SQLITE_TOOBIG']),
  unavailable: new Set(['SQLITE_FULL', 'SQLITE_BUSY', 'SQLITE_IOERR', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_FSYNC']),
}

/**
 * SQLite by better-sqlite3: WAL, synchronous FULL (what is answered survives a power cut), one process, one writer whose
 * works share a COMMIT. Transactions are serial, so nothing is ever locked or tried again.
 */
export async function openSqlite({ url, vault, onStatement }: OpenOptions): Promise<Database> {
  const file = url.slice('sqlite:'.length)
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
  const group = createGroupCommit(writer, vault)
  return {
    kind: 'sqlite',
    knex,
    read: createSqliteSql(reader, vault),
    write: (work) =>
      group.write(work).catch((error) => {
        throw explain(CODES, error)
      }),
    exclusively: (work) => work(),
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
