import type { Knex } from 'knex'
import type { Database } from '../../db/database.ts'
import { decodeCursor, toPage } from '../../db/keyset-cursor.ts'
import { containing, contains } from '../../db/like.ts'
import type { SqlValue } from '../../db/sql.ts'
import { ServerError } from '../../errors.ts'
import type { RegisterTable, TableColumn } from './register-table.ts'
import { ROW_COLUMNS, type Row, type RowRecord, toRow } from './row-repository.ts'
import { columnEquals } from './sealed-column.ts'

export interface RowFilter {
  view?: string
  /** Column key -> the value it must have. */
  filter?: Readonly<Record<string, unknown>>
  q?: string
  /** Sensitive columns may be filtered by, each by the whole value. */
  sensitive?: boolean
}

export interface RowPageQuery extends RowFilter {
  /** Column key, `-` before it for descending; without it the last changed first. */
  sort?: string
  cursor?: string
  limit: number
}

/**
 * One page of rows: filtered, searched and sorted in the database, paged by key. A sensitive or hidden column can be neither searched
 * nor sorted by, and filtered by only where the query says so, so that nothing can be guessed of what is not shown; a view of the
 * register's author may choose its rows by a hidden one.
 *
 * @throws ServerError `REQUEST_INVALID` for an unknown view or column, `CURSOR_INVALID`
 */
export async function queryRows(
  db: Database,
  table: RegisterTable,
  query: RowPageQuery,
): Promise<{ items: Row[]; nextCursor: string | null }> {
  const view = findView(table, query.view)
  const { expression, descending } = sortOf(db.knex, table, query.sort ?? view?.sort)
  const direction = descending ? 'desc' : 'asc'
  const built = filtered(db.knex, table, query)
    .select([...ROW_COLUMNS, ...table.columns.map(({ name }) => name)])
    .select(db.knex.raw('? as sort_key', [expression]))
    .orderByRaw(`? ${direction}, id ${direction}`, [expression])
    .limit(query.limit + 1)
  if (query.cursor) {
    const [key = null, id = null] = decodeCursor(query.cursor, 2)
    const comparison = descending ? '<' : '>'
    built.whereRaw(`(? ${comparison} ? or (? = ? and id ${comparison} ?))`, [expression, key, expression, key, id])
  }
  const records = await db.read.query<RowRecord & { sort_key: SqlValue }>(built)
  const { items, nextCursor } = toPage(records, query.limit, (record) => [record.sort_key, record.id])
  return { items: items.map((record) => toRow(table, record)), nextCursor }
}

export async function countRows(db: Database, table: RegisterTable, query: RowFilter): Promise<number> {
  const [row] = await db.read.query<{ total: number }>(filtered(db.knex, table, query).count({ total: '*' }))
  return row?.total ?? 0
}

function filtered(
  knex: Knex,
  table: RegisterTable,
  { view, filter, q, sensitive = false }: RowFilter,
): Knex.QueryBuilder {
  const built = knex(table.name)
  const where = (column: TableColumn, value: unknown) => {
    const [name, bound] = columnEquals(table, column, value)
    built.where(name, bound)
  }
  for (const [key, value] of Object.entries(findView(table, view)?.where ?? {})) {
    where(sensitive ? knownColumn(table, key) : plainColumn(table, key), value)
  }
  for (const [key, value] of Object.entries(filter ?? {})) {
    where(sensitive ? knownColumn(table, key) : openColumn(table, key), value)
  }
  if (q) {
    const pattern = containing(q)
    const searched = table.columns.filter((column) => column.definition.type === 'text' && isOpen(column))
    built.where((or) => {
      // Without a column to look into nothing is found, instead of everything.
      or.whereRaw('1 = 0')
      for (const { name } of searched) or.orWhereRaw(contains(name), [pattern])
    })
  }
  return built
}

function sortOf(knex: Knex, table: RegisterTable, sort: string | undefined) {
  if (!sort) return { expression: knex.raw('updated_at'), descending: true }
  const descending = sort.startsWith('-')
  const column = openColumn(table, descending ? sort.slice(1) : sort)
  return { expression: knex.raw(`coalesce(??, ${emptyOf(column)})`, [column.name]), descending }
}

/** Sorts before every value, so that a missing one has a place in the order of every database. */
function emptyOf({ definition: { type } }: TableColumn): string {
  return type === 'number' || type === 'boolean' ? '-1e308' : "''"
}

function findView(table: RegisterTable, key: string | undefined) {
  if (key === undefined) return undefined
  const view = table.definition.views.find((one) => one.key === key)
  if (!view) throw new ServerError('REQUEST_INVALID', { detail: `台账“${table.definition.title}”没有视图“${key}”。` })
  return view
}

function isOpen({ definition }: TableColumn): boolean {
  return !definition.sensitivity && !definition.hidden
}

function openColumn(table: RegisterTable, key: string): TableColumn {
  const column = knownColumn(table, key)
  if (isOpen(column)) return column
  throw refused(key)
}

function plainColumn(table: RegisterTable, key: string): TableColumn {
  const column = knownColumn(table, key)
  if (!column.definition.sensitivity) return column
  throw refused(key)
}

function knownColumn(table: RegisterTable, key: string): TableColumn {
  const column = table.columns.find(({ definition }) => definition.key === key)
  if (column) return column
  throw refused(key)
}

function refused(key: string): ServerError {
  return new ServerError('REQUEST_INVALID', { detail: `不能按“${key}”筛选或排序。` })
}
