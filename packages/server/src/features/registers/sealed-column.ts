import type { SqlValue } from '../../db/sql.ts'
import type { RegisterColumnDefinition, RegisterTable, TableColumn } from './register-table.ts'
import { fromColumn, toColumn } from './row-value.ts'

/** Sensitive texts are sealed where the server has a key. Numbers keep their type, and cannot be. */
export function isSealable({ sensitivity, type }: RegisterColumnDefinition): boolean {
  return sensitivity !== undefined && type !== 'number' && type !== 'boolean'
}

/** Name of the column beside a sealed one that holds its fingerprint. */
export function fingerprintColumn(name: string): string {
  return `${name}f`
}

/** Names of the database columns of a row: each column, then the fingerprints of the sealed ones. */
export function writtenColumns({ columns }: RegisterTable): string[] {
  return [...columns.map(({ name }) => name), ...columns.filter(({ sealed }) => sealed).map(fingerprintOf)]
}

/** What is bound for them. @param id of the row: what is sealed belongs to it */
export function writtenValues(table: RegisterTable, id: string, values: Readonly<Record<string, unknown>>): SqlValue[] {
  const { columns, vault } = table
  const fingerprints = columns
    .filter(({ sealed }) => sealed)
    .map((column) => fingerprint(table, values[column.definition.key]))
  return [
    ...columns.map((column) => {
      const value = toColumn(values[column.definition.key])
      return column.sealed && typeof value === 'string' ? vault.seal(value, placeOf(table, column, id)) : value
    }),
    ...fingerprints,
  ]
}

/** A value of a row as it was before it was bound. */
export function readValue(table: RegisterTable, column: TableColumn, id: string, value: unknown): unknown {
  const sealed = isSealable(column.definition) && typeof value === 'string'
  return fromColumn(column.definition, sealed ? table.vault.open(value, placeOf(table, column, id)) : value)
}

/** The condition that a column has a value: a sealed one is found by the fingerprint of the whole value. */
export function columnEquals(
  table: RegisterTable,
  column: TableColumn,
  value: unknown,
): [name: string, bound: SqlValue] {
  return column.sealed ? [fingerprintOf(column), fingerprint(table, value)] : [column.name, toColumn(value)]
}

export function placeOf({ name }: RegisterTable, column: TableColumn, id: string): string {
  return `${name}.${column.name}:${id}`
}

function fingerprintOf({ name }: TableColumn): string {
  return fingerprintColumn(name)
}

/** Small and large letters of a number (`…123x`) are the same number. */
function fingerprint({ vault }: RegisterTable, value: unknown): SqlValue {
  return typeof value === 'string' ? vault.fingerprint(value.toUpperCase()) : null
}
