import type { QueryResult, ResultSetHeader, RowDataPacket } from 'mysql2/promise'
import { type BuiltQuery, placeholders, type RowChange, type Sql, type SqlValue, toSqlValue, updateOf } from '../sql.ts'
import type { Vault } from '../vault.ts'

type Send = (text: string, values: SqlValue[]) => Promise<[QueryResult, unknown]>

/** `Sql` over one connection, or over the pool for single reads. */
export function createMariadbSql(send: Send, vault: Vault, onStatement?: (text: string) => void): Sql {
  async function run(text: string, values: readonly SqlValue[]): Promise<QueryResult> {
    onStatement?.(text)
    const [result] = await send(text, [...values])
    return result
  }
  async function rows(text: string, values: readonly SqlValue[]): Promise<RowDataPacket[]> {
    const result = await run(text, values)
    return isRows(result) ? result : []
  }
  async function changed(text: string, values: readonly SqlValue[]): Promise<number> {
    const result = await run(text, values)
    return isHeader(result) ? result.affectedRows : 0
  }
  return {
    async all<Row>(text: string, values: readonly SqlValue[] = []) {
      return (await rows(text, values)) as Row[]
    },
    async first<Row>(text: string, values: readonly SqlValue[] = []) {
      return (await rows(text, values))[0] as Row | undefined
    },
    run: (text, values = []) => changed(text, values),
    async changeRow<Row>(change: RowChange) {
      const values = [change.key.value]
      if ((await changed(updateOf(change), values)) === 0) return undefined
      return (
        await rows(`SELECT ${change.columns} FROM ${change.table} WHERE ${change.key.column} = ?`, values)
      )[0] as Row
    },
    async query<Row>(built: BuiltQuery) {
      const { sql, bindings } = built.toSQL().toNative()
      return (await rows(sql, bindings.map(toSqlValue))) as Row[]
    },
    async insertNew(table, row) {
      const columns = Object.keys(row)
      try {
        const text = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${placeholders(1, columns.length)}`
        return (await changed(text, Object.values(row))) === 1
      } catch (error) {
        // Only the statement is undone, the transaction goes on. (`INSERT IGNORE` would cut what is too long.)
        if (error instanceof Error && 'code' in error && error.code === 'ER_DUP_ENTRY') return false
        throw error
      }
    },
    locking: ' FOR UPDATE',
    vault,
  }
}

function isRows(result: QueryResult): result is RowDataPacket[] {
  return Array.isArray(result)
}

function isHeader(result: QueryResult): result is ResultSetHeader {
  return !Array.isArray(result) && 'affectedRows' in result
}
