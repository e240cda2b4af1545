import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import type { Database } from '../../db/database.ts'
import type { Sql } from '../../db/sql.ts'
import type { Vault } from '../../db/vault.ts'
import { ServerError } from '../../errors.ts'
import type { RegisterDefinition } from './register-definition.ts'
import { fingerprintColumn, isSealable } from './sealed-column.ts'

export type RegisterColumnDefinition = RegisterDefinition['columns'][number]

/** One column of a register and the database column that holds it. */
export interface TableColumn {
  definition: RegisterColumnDefinition
  /** `c1`, `c2`, …: made from the order in which columns came, never from a name somebody typed. */
  name: string
  /** Its values are sealed, and beside it stands a column of their fingerprints. */
  sealed: boolean
}

/** A register and the real table its rows are in. */
export interface RegisterTable {
  definition: RegisterDefinition
  /** `register_talent_cards` */
  name: string
  columns: readonly TableColumn[]
  vault: Vault
}

/** Longest text of a column that one can filter by: it has an index. */
export const INDEXED_LENGTH = 255

/** PostgreSQL cuts longer names: with what an index adds this stays below its 63 characters. */
const MAX_NAME = 48

/**
 * Makes the table of a register, or adds the columns that a new version brings. A column that a version drops keeps its
 * values in the table, so an older version can come back.
 *
 * @throws ServerError `APP_INVALID` when a column has changed its type
 */
export async function prepareRegisterTable(db: Database, definition: RegisterDefinition): Promise<RegisterTable> {
  const { knex } = db
  const { vault } = db.read
  const name = tableName(definition.key)
  const stored = await db.read.all<StoredColumn>(
    'SELECT column_key, column_name, type FROM register_column WHERE register_key = ?',
    [definition.key],
  )
  const known = new Map(stored.map((column) => [column.column_key, column]))
  const columns = definition.columns.map((column): TableColumn => {
    const before = known.get(column.key)
    if (before && before.type !== column.type) throw typeChanged(definition, column, before.type)
    const columnName = before?.column_name ?? `c${known.size + 1}`
    if (!before) known.set(column.key, { column_key: column.key, column_name: columnName, type: column.type })
    return { definition: column, name: columnName, sealed: vault.keyIds.length > 0 && isSealable(column) }
  })
  const table = { definition, name, columns, vault }
  if (await knex.schema.hasTable(name)) await addColumns(knex, table)
  else await createTable(knex, table)
  if (known.size > stored.length) await db.write((sql) => storeColumns(sql, table))
  return table
}

/** `register_` and the key; of a very long one its beginning and a digest of the whole. */
function tableName(key: string): string {
  const name = `register_${key.replaceAll('-', '_')}`
  if (name.length <= MAX_NAME) return name
  return `${name.slice(0, MAX_NAME - 9)}_${createHash('sha256').update(key).digest('hex').slice(0, 8)}`
}

interface StoredColumn {
  column_key: string
  column_name: string
  type: string
}

async function createTable(knex: Knex, { name, columns }: RegisterTable): Promise<void> {
  await knex.schema.createTable(name, (table) => {
    table.string('id', 64).primary()
    table.integer('version').notNullable()
    table.string('source_case', 64)
    table.string('source_number', 128)
    // Which row of the case it is: putting it again changes it.
    table.string('source_row', 128)
    table.string('created_at', 24).notNullable()
    table.string('updated_at', 24).notNullable()
    table.string('updated_by', 64).notNullable()
    table.unique(['source_case', 'source_row'], { indexName: `${name}_source` })
    table.index(['updated_at', 'id'], `${name}_updated`)
    for (const column of columns) {
      addColumn(table, name, column)
      if (column.sealed) addFingerprint(table, name, column)
    }
  })
}

async function addColumns(knex: Knex, { name, columns }: RegisterTable): Promise<void> {
  const present = await knex(name).columnInfo()
  const missing = columns.filter((column) => !Object.hasOwn(present, column.name))
  const unprinted = columns.filter(({ sealed, name }) => sealed && !Object.hasOwn(present, fingerprintColumn(name)))
  if (missing.length + unprinted.length === 0) return
  await knex.schema.alterTable(name, (table) => {
    for (const column of missing) addColumn(table, name, column)
    for (const column of unprinted) addFingerprint(table, name, column)
  })
}

async function storeColumns(sql: Sql, { definition, columns }: RegisterTable): Promise<void> {
  for (const { name, definition: column } of columns) {
    const { key, type } = column
    await sql.insertNew('register_column', { register_key: definition.key, column_key: key, column_name: name, type })
  }
}

function addColumn(table: Knex.CreateTableBuilder, tableName: string, { name, definition }: TableColumn): void {
  addTyped(table, definition, name)
  if (isIndexed(definition)) table.index([name, 'id'], `${tableName}_${name}`)
}

function addFingerprint(table: Knex.CreateTableBuilder, tableName: string, { name }: TableColumn): void {
  table.string(fingerprintColumn(name), 64)
  table.index([fingerprintColumn(name), 'id'], `${tableName}_${fingerprintColumn(name)}`)
}

function addTyped(builder: Knex.CreateTableBuilder, column: RegisterColumnDefinition, name: string): void {
  if (column.type === 'number') builder.double(name)
  else if (column.type === 'boolean') builder.integer(name)
  else if (isIndexed(column)) builder.string(name, INDEXED_LENGTH)
  else builder.text(name)
}

/** A sensitive column is found by fingerprints alone, and its sealed values are longer than they look. */
export function isIndexed(column: RegisterColumnDefinition): boolean {
  return !isSealable(column) && (column.filter || column.type === 'status' || column.type === 'date')
}

function typeChanged(definition: RegisterDefinition, column: RegisterColumnDefinition, before: string): ServerError {
  return new ServerError('APP_INVALID', {
    detail: `台账“${definition.title}”的列“${column.key}”由 ${before} 改为 ${column.type}：列的类型不能改，请新增一列。`,
  })
}
