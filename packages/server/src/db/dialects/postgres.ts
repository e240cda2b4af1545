import createKnex from 'knex'
import pg from 'pg'
import type { Database } from '../database.ts'
import { type ErrorCodes, explain, isVictim } from '../database-error.ts'
import { createPooledWrite } from '../pooled-write.ts'
import type { OpenOptions } from './dialect.ts'
import { GatheringSocket } from './gathering-socket.ts'
import { createPostgresSql, createStatementNames, postgresTypes } from './postgres-sql.ts'

/** Any number, the same in every process of a database: the lock of `exclusively`. */
const EXCLUSIVE_LOCK = 2_009_181_703

/** Source: PostgreSQL 15, appendix A (error codes). */
const CODES: ErrorCodes = {
  victim: new Set(['40001', '40P01', '55P03']),
  tooLong: new Set(['22001']),
  unavailable: new Set(['57P01', '57P02', '57P03', '08000', '08001', '08003', '08004', '08006', '53100', '53300']),
  broken: /^Connection terminated|connection error and is not queryable$/,
}

/**
 * PostgreSQL by pg: read committed, statements prepared once a connection and sent without waiting for the answers of those
 * before them, two connections more for changes of tables.
 */
export async function openPostgres({ url, poolSize, vault, onStatement }: OpenOptions): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types: postgresTypes,
    pipeline: true,
    stream: () => new GatheringSocket(),
  })
  // A connection that breaks while nobody uses it leaves the pool; whoever asks next gets another.
  pool.on('error', () => {})
  const knex = createKnex({ client: 'pg', connection: { connectionString: url }, pool: { min: 0, max: 2 } })
  if (onStatement) knex.on('query', ({ sql }: { sql: string }) => onStatement(sql))
  const names = createStatementNames()
  const explained = (error: unknown): never => {
    throw explain(CODES, error)
  }
  const { write, idle } = createPooledWrite({
    async connect() {
      const client = await pool.connect()
      const control = (text: string) => {
        onStatement?.(text)
        return client.query(text)
      }
      let begun: Promise<unknown> = Promise.resolve()
      return {
        sql: createPostgresSql((query) => client.query(query), names, vault, { onStatement, begun: () => begun }),
        async begin() {
          begun = control('BEGIN')
          // Whoever writes waits for it; who reads learns of it by an error of his own.
          begun.catch(() => {})
        },
        async commit() {
          await begun
          // A transaction in which a statement has failed answers COMMIT by rolling back.
          const { command } = await control('COMMIT')
          if (command !== 'COMMIT') throw new Error(`COMMIT was answered by ${command}`)
        },
        async rollback() {
          await control('ROLLBACK')
        },
        release: (broken) => client.release(broken),
      }
    },
    isVictim: (error) => isVictim(CODES, error),
    explain: (error) => explain(CODES, error),
  })
  return {
    kind: 'postgres',
    knex,
    pool,
    read: createPostgresSql((query) => pool.query(query).catch(explained), names, vault, { onStatement }),
    write,
    async exclusively(work) {
      const client = await pool.connect().catch(explained)
      try {
        await client.query('SELECT pg_advisory_lock($1)', [EXCLUSIVE_LOCK])
        return await work()
      } finally {
        // With its connection its lock is gone, whatever became of the work.
        client.release(true)
      }
    },
    async close() {
      await idle()
      await knex.destroy()
      await pool.end()
    },
  }
}
