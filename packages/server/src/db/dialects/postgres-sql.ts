import pg, { type QueryConfig, type QueryResult } from 'pg'
import { type BuiltQuery, placeholders, type RowChange, type Sql, type SqlValue, toSqlValue, updateOf } from '../sql.ts'
import type { Vault } from '../vault.ts'

const { builtins } = pg.types
/** Counts and sums are numbers: none of ours is beyond 2^53. */
const NUMBERS = new Set<number>([builtins.INT8, builtins.NUMERIC])

export const postgresTypes = {
  getTypeParser(id: number, format?: 'text' | 'binary') {
    return NUMBERS.has(id) ? Number : pg.types.getTypeParser(id, format)
  },
}

const MAX_NAMED = 400

/** A text as PostgreSQL takes it (`$1` for `?`), with the name under which each connection prepares it once. */
interface NamedText {
  name?: string
  text: string
}

/** Gives texts their names. A server knows some hundred texts; what comes after is run without being kept. */
export function createStatementNames(): (text: string) => NamedText {
  const known = new Map<string, NamedText>()
  return (text) => {
    const found = known.get(text)
    if (found) return found
    let index = 0
    const numbered = text.replaceAll('?', () => `$${++index}`)
    if (known.size >= MAX_NAMED) return { text: numbered }
    const named = { name: `zhupi_${known.size}`, text: numbered }
    known.set(text, named)
    return named
  }
}

type Send = (query: QueryConfig<SqlValue[]>) => Promise<QueryResult>

export interface PostgresSqlOptions {
  onStatement?: ((text: string) => void) | undefined
  /** What writes waits until its transaction is open; a read may go out beside BEGIN. By default it is open. */
  begun?: () => Promise<unknown>
}

/** `Sql` over one connection, or over the pool for single reads. */
export function createPostgresSql(
  send: Send,
  named: (text: string) => NamedText,
  vault: Vault,
  { onStatement, begun = async () => {} }: PostgresSqlOptions,
): Sql {
  function run(text: string, values: readonly SqlValue[]) {
    onStatement?.(text)
    return send({ ...named(text), values: [...values] })
  }
  async function write(text: string, values: readonly SqlValue[]) {
    await begun()
    return run(text, values)
  }
  return {
    async all<Row>(text: string, values: readonly SqlValue[] = []) {
      return (await run(text, values)).rows as Row[]
    },
    async first<Row>(text: string, values: readonly SqlValue[] = []) {
      return (await run(text, values)).rows[0] as Row | undefined
    },
    async run(text, values = []) {
      return (await write(text, values)).rowCount ?? 0
    },
    async changeRow<Row>(change: RowChange) {
      const text = `${updateOf(change)} RETURNING ${change.columns}`
      return (await write(text, [change.key.value])).rows[0] as Row | undefined
    },
    async query<Row>(built: BuiltQuery) {
      const { sql, bindings } = built.toSQL().toNative()
      await begun()
      onStatement?.(sql)
      return (await send({ text: sql, values: bindings.map(toSqlValue) })).rows as Row[]
    },
    async insertNew(table, row) {
      const columns = Object.keys(row)
      const text = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${placeholders(1, columns.length)} ON CONFLICT DO NOTHING`
      return (await write(text, Object.values(row))).rowCount === 1
    },
    locking: ' FOR UPDATE',
    vault,
  }
}
