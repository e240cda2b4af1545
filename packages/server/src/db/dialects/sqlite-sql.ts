import type { Database as Connection, Statement } from 'better-sqlite3'
import { type BuiltQuery, placeholders, type RowChange, type Sql, type SqlValue, toSqlValue, updateOf } from '../sql.ts'
import type { Vault } from '../vault.ts'

const MAX_PREPARED = 400

/** `Sql` on one better-sqlite3 connection, every text prepared once. */
export interface SqliteSql extends Sql {
  /** Calls of `run`, `changeRow` and `insertNew` so far: tells whether a piece of work has written. */
  readonly writes: number
}

export function createSqliteSql(connection: Connection, vault: Vault): SqliteSql {
  const prepared = new Map<string, Statement<SqlValue[]>>()
  let writes = 0

  function prepare(text: string): Statement<SqlValue[]> {
    const known = prepared.get(text)
    if (known) return known
    if (prepared.size >= MAX_PREPARED) prepared.clear()
    const statement = connection.prepare<SqlValue[]>(text)
    prepared.set(text, statement)
    return statement
  }

  return {
    get writes() {
      return writes
    },
    async all<Row>(text: string, values: readonly SqlValue[] = []) {
      return prepare(text).all(...values) as Row[]
    },
    async first<Row>(text: string, values: readonly SqlValue[] = []) {
      return prepare(text).get(...values) as Row | undefined
    },
    async run(text, values = []) {
      writes += 1
      return prepare(text).run(...values).changes
    },
    async changeRow<Row>(change: RowChange) {
      writes += 1
      return prepare(`${updateOf(change)} RETURNING ${change.columns}`).get(change.key.value) as Row | undefined
    },
    async query<Row>(built: BuiltQuery) {
      const { sql, bindings } = built.toSQL().toNative()
      return prepare(sql).all(...bindings.map(toSqlValue)) as Row[]
    },
    async insertNew(table, row) {
      writes += 1
      const columns = Object.keys(row)
      const text = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${placeholders(1, columns.length)} ON CONFLICT DO NOTHING`
      return prepare(text).run(...Object.values(row)).changes === 1
    },
    locking: '',
    vault,
  }
}
