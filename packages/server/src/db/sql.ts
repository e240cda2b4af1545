import type { Vault } from './vault.ts'

/** What a statement may bind. Booleans are written as 0 and 1, instants and JSON as text. */
export type SqlValue = string | number | null

/** A query made by knex's builder: only its text and its bindings are used. */
export interface BuiltQuery {
  toSQL(): { toNative(): { sql: string; bindings: readonly unknown[] } }
}

/** `UPDATE table SET set WHERE column = ?`, and the `columns` to read of the row then. */
export interface RowChange {
  table: string
  /** SQL without values: `last_value = last_value + 1`. */
  set: string
  key: { column: string; value: SqlValue }
  columns: string
}

/**
 * Statements inside one transaction, or on a reading connection. Texts are portable SQL with `?` for values; the same
 * text is prepared once. It is thin on purpose: an approval is seven statements, and knex's builder costs more than they do.
 */
export interface Sql {
  all<Row>(text: string, values?: readonly SqlValue[]): Promise<Row[]>
  first<Row>(text: string, values?: readonly SqlValue[]): Promise<Row | undefined>
  /** @returns the number of rows changed; a row that matched and was the same afterwards counts */
  run(text: string, values?: readonly SqlValue[]): Promise<number>
  /**
   * Changes the row of a key and tells how it is afterwards, in one statement where the database can.
   *
   * @returns undefined when there is no such row
   */
  changeRow<Row>(change: RowChange): Promise<Row | undefined>
  /** Runs what knex built: for the statements whose shape is only known at run time. */
  query<Row>(built: BuiltQuery): Promise<Row[]>
  /** Adds a row where its key is free, waiting for whoever is about to take it. @returns false when it was taken */
  insertNew(table: string, row: Readonly<Record<string, SqlValue>>): Promise<boolean>
  /** Ends a SELECT whose rows stay locked until the transaction ends: ` FOR UPDATE`; empty where there is one writer. */
  readonly locking: string
  /** Seals and opens what is kept of people's numbers. */
  readonly vault: Vault
}

/** The text of a change; it binds the key's value. */
export function updateOf({ table, set, key }: RowChange): string {
  return `UPDATE ${table} SET ${set} WHERE ${key.column} = ?`
}

/** `(?,?),(?,?)` for a statement that inserts several rows. */
export function placeholders(rows: number, columns: number): string {
  const row = `(${Array(columns).fill('?').join(',')})`
  return Array(rows).fill(row).join(',')
}

/** What knex bound, as a statement may bind it. @throws TypeError for anything that has no portable form */
export function toSqlValue(value: unknown): SqlValue {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value === undefined || value === null) return null
  if (typeof value === 'string' || typeof value === 'number') return value
  throw new TypeError(`A value of type ${typeof value} cannot be bound`)
}
