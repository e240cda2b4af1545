import createKnex from 'knex'
import mysql, { type Pool, type RowDataPacket } from 'mysql2/promise'
import type { Database } from '../database.ts'
import { type ErrorCodes, explain, isVictim } from '../database-error.ts'
import { createPooledWrite } from '../pooled-write.ts'
import type { OpenOptions } from './dialect.ts'
import { createMariadbSql } from './mariadb-sql.ts'

/** Source: MariaDB 10.11, error codes. */
const CODES: ErrorCodes = {
  victim: new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT']),
  tooLong: new Set(['ER_DATA_TOO_LONG']),
  unavailable: new Set([
    'PROTOCOL_CONNECTION_LOST',
    'ER_SERVER_SHUTDOWN',
    'ER_CON_COUNT_ERROR',
    'ER_TOO_MANY_USER_CONNECTIONS',
  ]),
}

const EXCLUSIVE_WAIT_SECONDS = 600
const CONNECTION_COLLATION = 'utf8mb4_bin'

/** MariaDB or MySQL by mysql2: InnoDB, read committed, strict, statements prepared once a connection. */
export async function openMariadb({ url, poolSize, vault, onStatement }: OpenOptions): Promise<Database> {
  const connection = connectionOf(url)
  const pool = mysql.createPool({
    ...connection,
    charset: CONNECTION_COLLATION,
    connectionLimit: poolSize,
    decimalNumbers: true,
  })
  pool.on('connection', (fresh) => {
    // Sent before whatever the connection was opened for.
    fresh.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED')
    fresh.query("SET SESSION sql_mode = CONCAT(@@sql_mode, ',STRICT_ALL_TABLES')")
  })
  const knex = createKnex({ client: 'mysql2', connection, pool: { min: 0, max: 2 } })
  if (onStatement) knex.on('query', ({ sql }: { sql: string }) => onStatement(sql))
  const explained = (error: unknown): never => {
    throw explain(CODES, error)
  }
  const { write, idle } = createPooledWrite({
    async connect() {
      const client = await pool.getConnection()
      const control = async (text: string) => {
        onStatement?.(text)
        await client.query(text)
      }
      return {
        sql: createMariadbSql((text, values) => client.execute(text, values), vault, onStatement),
        begin: () => control('BEGIN'),
        commit: () => control('COMMIT'),
        rollback: () => control('ROLLBACK'),
        release: (broken) => (broken ? client.destroy() : client.release()),
      }
    },
    isVictim: (error) => isVictim(CODES, error),
    explain: (error) => explain(CODES, error),
  })
  await compareByCodePoint(pool).catch(explained)
  return {
    kind: 'mariadb',
    knex,
    read: createMariadbSql((text, values) => pool.execute(text, values).catch(explained), vault, onStatement),
    write,
    async exclusively(work) {
      const client = await pool.getConnection().catch(explained)
      try {
        await client.query("SELECT GET_LOCK(CONCAT('zhupi:', DATABASE()), ?)", [EXCLUSIVE_WAIT_SECONDS])
        return await work()
      } finally {
        // With its connection its lock is gone, whatever became of the work.
        client.destroy()
      }
    },
    async close() {
      await idle()
      await knex.destroy()
      await pool.end()
    },
  }
}

/**
 * Gives the database, and so every table made in it, a collation that compares code points and trailing blanks: two names
 * that look alike in some language stay two names.
 */
async function compareByCodePoint(pool: Pool): Promise<void> {
  const [rows] = await pool.query<RowDataPacket[]>('SELECT VERSION() AS version, @@collation_database AS collation')
  const found = rows[0]
  const wanted = String(found?.version).includes('MariaDB') ? 'utf8mb4_nopad_bin' : 'utf8mb4_0900_bin'
  if (found?.collation !== wanted) await pool.query(`ALTER DATABASE CHARACTER SET utf8mb4 COLLATE ${wanted}`)
}

function connectionOf(url: string) {
  const { hostname, port, username, password, pathname } = new URL(url)
  return {
    host: hostname,
    port: Number(port || 3306),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
  }
}
