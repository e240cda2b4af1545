import type { Work } from './group-commit.ts'
import type { Sql } from './sql.ts'

/** A connection taken from a pool for one transaction. */
export interface PooledConnection {
  readonly sql: Sql
  /** Runs a statement of the transaction itself: BEGIN, COMMIT, ROLLBACK. */
  control(text: string): Promise<void>
  /** Gives it back; a broken one is thrown away. */
  release(broken: boolean): void
}

export interface PooledWriteOptions {
  connect(): Promise<PooledConnection>
  /** True when the database has chosen this transaction to give way: nothing of it is left, and it may run again. */
  isVictim(error: unknown): boolean
  /** What an error of the driver means to the server; itself when it means nothing in particular. */
  explain(error: unknown): unknown
}

const MAX_TRIES = 5

/**
 * `write` over a pool of connections: one transaction a work, read committed. Laws do not rest on the isolation: a case is
 * saved where its version is the one read, counters are raised in place, keys are unique.
 */
export function createPooledWrite({ connect, isVictim, explain }: PooledWriteOptions) {
  const running = new Set<Promise<unknown>>()

  async function attempt<T>(work: Work<T>): Promise<T> {
    const connection = await connect()
    let broken = false
    try {
      await connection.control('BEGIN')
      const value = await work(connection.sql)
      await connection.control('COMMIT')
      return value
    } catch (error) {
      await connection.control('ROLLBACK').catch(() => {
        broken = true
      })
      throw error
    } finally {
      connection.release(broken)
    }
  }

  async function run<T>(work: Work<T>): Promise<T> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await attempt(work)
      } catch (error) {
        if (tried >= MAX_TRIES || !isVictim(error)) throw explain(error)
      }
    }
  }

  return {
    async write<T>(work: Work<T>): Promise<T> {
      const answer = run(work)
      running.add(answer)
      try {
        return await answer
      } finally {
        running.delete(answer)
      }
    },
    /** Resolves when no work runs. */
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.allSettled(running)
    },
  }
}
