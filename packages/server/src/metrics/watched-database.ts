import type { Database } from '../db/database.ts'
import { type BuiltQuery, type Sql, updateOf } from '../db/sql.ts'

export interface StatementWatch {
  count(): void
  /** A statement that takes so long is told of; 0: none is. */
  slowMs: number
  /** Hears of a slow one: its text, with `?` where the values stand. */
  onSlow(text: string, ms: number): void
}

/**
 * The same database, each statement counted and timed; BEGIN and COMMIT are its own business. The time runs from the call to
 * the answer: it holds what a statement waits for a connection, for a lock, or for those before it.
 */
export function watchedDatabase(db: Database, watch: StatementWatch): Database {
  return {
    ...db,
    read: watched(db.read, watch),
    write: (work, lane) => db.write((sql) => work(watched(sql, watch)), lane),
  }
}

function watched(sql: Sql, { count, slowMs, onSlow }: StatementWatch): Sql {
  async function timed<T>(text: () => string, statement: () => Promise<T>): Promise<T> {
    count()
    const begunAt = performance.now()
    try {
      return await statement()
    } finally {
      const ms = performance.now() - begunAt
      if (slowMs > 0 && ms >= slowMs) onSlow(text(), ms)
    }
  }
  return {
    locking: sql.locking,
    vault: sql.vault,
    all: (text, values) =>
      timed(
        () => text,
        () => sql.all(text, values),
      ),
    first: (text, values) =>
      timed(
        () => text,
        () => sql.first(text, values),
      ),
    run: (text, values) =>
      timed(
        () => text,
        () => sql.run(text, values),
      ),
    changeRow: (change) =>
      timed(
        () => updateOf(change),
        () => sql.changeRow(change),
      ),
    query: (built) =>
      timed(
        () => textOf(built),
        () => sql.query(built),
      ),
    insertNew: (table, row) =>
      timed(
        () => `INSERT INTO ${table} (${Object.keys(row).join(', ')})`,
        () => sql.insertNew(table, row),
      ),
  }
}

function textOf(built: BuiltQuery): string {
  return built.toSQL().toNative().sql
}
