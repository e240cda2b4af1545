import type { Database as Connection } from 'better-sqlite3'
import { createSqliteSql } from './dialects/sqlite-sql.ts'
import type { Sql } from './sql.ts'
import type { Vault } from './vault.ts'

/** A piece of work that is one transaction. It may run twice; whatever it does outside `sql` must be harmless. */
export type Work<T> = (sql: Sql) => Promise<T>

interface Waiting {
  work: Work<unknown>
  resolve(value: unknown): void
  reject(error: unknown): void
}

const MAX_GROUP = 64

/**
 * The one writer of an SQLite database. SQLite writes one transaction at a time and waits for the disk at each COMMIT, so
 * the works that are waiting together share one transaction and are answered after its COMMIT.
 *
 * Modes of a group:
 * - All works succeed, or are refused before they wrote anything: one COMMIT for all.
 * - A work fails after it wrote: the whole group is rolled back and each of its works runs again in a transaction of its
 *   own, so a failure never takes anything of another work with it. This is rare (a limit reached, a key used twice) and
 *   saves a SAVEPOINT and a RELEASE for every work that succeeds.
 */
export function createGroupCommit(connection: Connection, vault: Vault) {
  const sql = createSqliteSql(connection, vault)
  const begin = connection.prepare('BEGIN IMMEDIATE')
  const commit = connection.prepare('COMMIT')
  const rollback = connection.prepare('ROLLBACK')
  const waiting: Waiting[] = []
  let draining: Promise<void> | undefined

  async function drain(): Promise<void> {
    // After the poll phase, so that requests that arrived together are in one group.
    await new Promise((resolve) => setImmediate(resolve))
    while (waiting.length > 0) {
      const group = waiting.splice(0, MAX_GROUP)
      if (!(await runTogether(group))) for (const one of group) await runTogether([one])
      // Lets the requests that arrived during the COMMIT join the next group.
      if (waiting.length < MAX_GROUP) await new Promise((resolve) => setImmediate(resolve))
    }
    draining = undefined
  }

  /** @returns false when the group must run again one by one */
  async function runTogether(group: readonly Waiting[]): Promise<boolean> {
    const answers: Array<() => void> = []
    try {
      begin.run()
      for (const { work, resolve, reject } of group) {
        const writesBefore = sql.writes
        try {
          const value = await work(sql)
          answers.push(() => resolve(value))
        } catch (error) {
          if (sql.writes > writesBefore) {
            // A full disk has undone it already.
            if (connection.inTransaction) rollback.run()
            if (group.length > 1) return false
            reject(error)
            return true
          }
          answers.push(() => reject(error))
        }
      }
      commit.run()
    } catch (error) {
      if (connection.inTransaction) rollback.run()
      for (const { reject } of group) reject(error)
      return true
    }
    for (const answer of answers) answer()
    return true
  }

  return {
    /** Runs `work` in a transaction; resolves after its COMMIT. */
    write<T>(work: Work<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        waiting.push({ work, resolve: resolve as (value: unknown) => void, reject })
        draining ??= drain()
      })
    },
    /** Resolves when no work waits. */
    async idle(): Promise<void> {
      while (draining) await draining
    },
  }
}
