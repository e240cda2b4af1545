import type { Sql, SqlValue } from '../../db/sql.ts'
import { ServerError } from '../../errors.ts'
import { givePlacesBack, movePlaces, takePlaces } from './limit-counter.ts'
import type { RegisterTable } from './register-table.ts'
import type { RowValues } from './row-value.ts'
import { readValue, writtenColumns, writtenValues } from './sealed-column.ts'
import { claimUnique, releaseUnique } from './unique-value.ts'

/** The case a row came from, and which of its rows it is. */
export interface RowSource {
  caseId: string
  number: string
  row: string
}

export interface Row {
  id: string
  version: number
  values: RowValues
  source: RowSource | null
  createdAt: string
  updatedAt: string
}

export interface RowWrite {
  id: string
  at: string
  /** Id of the person; the id of the case's last actor for rows that come from a case. */
  by: string
}

export interface RowRecord {
  id: string
  version: number
  source_case: string | null
  source_number: string | null
  source_row: string | null
  created_at: string
  updated_at: string
  [column: string]: unknown
}

/** What every query of rows selects. */
export const ROW_COLUMNS = ['id', 'version', 'source_case', 'source_number', 'source_row', 'created_at', 'updated_at']

/** Columns of a whole row, by name: a prepared `SELECT *` would break when another process adds a column. */
export function columnsOf(table: RegisterTable): string {
  return [...ROW_COLUMNS, ...table.columns.map(({ name }) => name)].join(', ')
}

/**
 * Adds a row, with its places under the limits and its unique values, in the caller's transaction.
 *
 * @throws ServerError `LIMIT_REACHED`, `ROW_NOT_UNIQUE`
 */
export async function insertRow(
  sql: Sql,
  table: RegisterTable,
  values: RowValues,
  write: RowWrite,
  source?: RowSource,
): Promise<void> {
  await claimUnique(sql, table.definition, write.id, values)
  await takePlaces(sql, table.definition, values)
  const names = [...ROW_COLUMNS, 'updated_by', ...writtenColumns(table)]
  const bound: SqlValue[] = [
    write.id,
    1,
    source?.caseId ?? null,
    source?.number ?? null,
    source?.row ?? null,
    write.at,
    write.at,
    write.by,
    ...writtenValues(table, write.id, values),
  ]
  await sql.run(`INSERT INTO ${table.name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`, bound)
}

/**
 * Changes a row as it was read; its places and unique values move with it.
 *
 * @throws ServerError `ROW_CHANGED` when somebody changed it since, `LIMIT_REACHED`, `ROW_NOT_UNIQUE`
 */
export async function updateRow(
  sql: Sql,
  table: RegisterTable,
  row: Row,
  values: RowValues,
  write: Omit<RowWrite, 'id'>,
): Promise<Row> {
  const after = { ...row.values, ...values }
  await releaseUnique(sql, row.id)
  await claimUnique(sql, table.definition, row.id, after)
  await movePlaces(sql, table.definition, row.values, after)
  const assignments = writtenColumns(table)
    .map((name) => `${name} = ?`)
    .join(', ')
  const bound = writtenValues(table, row.id, after)
  const count = await sql.run(
    `UPDATE ${table.name} SET ${assignments}, version = version + 1, updated_at = ?, updated_by = ? WHERE id = ? AND version = ?`,
    [...bound, write.at, write.by, row.id, row.version],
  )
  if (count === 0) throw new ServerError('ROW_CHANGED', { rowId: row.id })
  return { ...row, values: after, version: row.version + 1, updatedAt: write.at }
}

/** Removes a row and gives its places back. @throws ServerError `ROW_CHANGED` */
export async function deleteRow(sql: Sql, table: RegisterTable, row: Row): Promise<void> {
  await releaseUnique(sql, row.id)
  await givePlacesBack(sql, table.definition, row.values)
  const count = await sql.run(`DELETE FROM ${table.name} WHERE id = ? AND version = ?`, [row.id, row.version])
  if (count === 0) throw new ServerError('ROW_CHANGED', { rowId: row.id })
}

export async function findRow(sql: Sql, table: RegisterTable, id: string): Promise<Row | undefined> {
  const record = await sql.first<RowRecord>(`SELECT ${columnsOf(table)} FROM ${table.name} WHERE id = ?`, [id])
  return record && toRow(table, record)
}

/** The row that a case has put into the register under this name. */
export async function findSourceRow(
  sql: Sql,
  table: RegisterTable,
  caseId: string,
  row: string,
): Promise<Row | undefined> {
  const record = await sql.first<RowRecord>(
    `SELECT ${columnsOf(table)} FROM ${table.name} WHERE source_case = ? AND source_row = ?`,
    [caseId, row],
  )
  return record && toRow(table, record)
}

export function toRow(table: RegisterTable, record: RowRecord): Row {
  const values: RowValues = {}
  for (const column of table.columns) {
    values[column.definition.key] = readValue(table, column, record.id, record[column.name]) ?? null
  }
  const { source_case: caseId, source_number: number, source_row: row } = record
  return {
    id: record.id,
    version: record.version,
    values,
    source: caseId && number && row !== null ? { caseId, number, row } : null,
    createdAt: record.created_at,
    updatedAt: record.updated_at,
  }
}
