import type { Work } from './group-commit.ts'
import type { Sql } from './sql.ts'

/** A connection taken from a pool for one transaction. */
export interface PooledConnection {
  readonly sql: Sql
  /** Opens the transaction. What goes out together with the first statement may resolve before it is open. */
  begin(): Promise<void>
  /** @throws when anything of the transaction is not kept */
  commit(): Promise<void>
  rollback(): Promise<void>
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

interface Waiting {
  work: Work<unknown>
  resolve(value: unknown): void
  reject(error: unknown): void
}

const MAX_TRIES = 5
const MAX_GROUP = 32

/**
 * `write` over a pool of connections, read committed. Laws do not rest on the isolation: a case is saved where its version is
 * the one read, counters are raised in place, keys are unique.
 *
 * Modes:
 * - Without a lane, one transaction a work.
 * - Works of a lane would wait for each other in the database, each holding a connection. They wait here, hold one connection,
 *   and those that came while another was at work share the next transaction. When one of them fails, nothing of the
 *   transaction is kept and each runs again in its own, so a failure takes nothing of another work with it.
 */
export function createPooledWrite({ connect, isVictim, explain }: PooledWriteOptions) {
  const running = new Set<Promise<unknown>>()
  const lanes = new Map<string, Waiting[]>()

  async function attempt<T>(work: Work<T>): Promise<T> {
    const connection = await connect()
    let broken = false
    try {
      await connection.begin()
      const value = await work(connection.sql)
      await connection.commit()
      return value
    } catch (error) {
      await connection.rollback().catch(() => {
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

  function runInLane(lane: string, work: Work<unknown>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const one = { work, resolve, reject }
      const waiting = lanes.get(lane)
      if (waiting) {
        waiting.push(one)
        return
      }
      lanes.set(lane, [one])
      void drain(lane)
    })
  }

  async function drain(lane: string): Promise<void> {
    for (let waiting = lanes.get(lane) ?? []; waiting.length > 0; ) {
      const group = waiting.splice(0, MAX_GROUP)
      if (group.length > 1 && (await runTogether(group))) continue
      for (const { work, resolve, reject } of group) await run(work).then(resolve, reject)
    }
    lanes.delete(lane)
  }

  /** @returns false when nothing of the group is kept and its works must run again one by one */
  async function runTogether(group: readonly Waiting[]): Promise<boolean> {
    let worked = false
    try {
      const values = await attempt(async (sql) => {
        const all: unknown[] = []
        for (const { work } of group) all.push(await work(sql))
        worked = true
        return all
      })
      for (const [at, { resolve }] of group.entries()) resolve(values[at])
    } catch (error) {
      if (!worked) return false
      // Nobody knows what became of a COMMIT that was not answered.
      for (const { reject } of group) reject(explain(error))
    }
    return true
  }

  return {
    async write<T>(work: Work<T>, lane?: string): Promise<T> {
      const answer = lane === undefined ? run(work) : (runInLane(lane, work) as Promise<T>)
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
