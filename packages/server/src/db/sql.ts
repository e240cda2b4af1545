/** What a statement may bind. Booleans are written as 0 and 1, instants and JSON as text. */
export type SqlValue = string | number | null

/** A query made by knex's builder: only its text and its bindings are used. */
export interface BuiltQuery {
  toSQL(): { toNative(): { sql: string; bindings: readonly unknown[] } }
}

/**
 * Statements inside one transaction, or on a reading connection. Texts are portable SQL with `?` for values; the same
 * text is prepared once. It is thin on purpose: an approval is seven statements, and knex's builder costs more than they do.
 */
export interface Sql {
  all<Row>(text: string, values?: readonly SqlValue[]): Promise<Row[]>
  first<Row>(text: string, values?: readonly SqlValue[]): Promise<Row | undefined>
  /** @returns the number of rows changed */
  run(text: string, values?: readonly SqlValue[]): Promise<number>
  /** Runs what knex built: for the statements whose shape is only known at run time. */
  query<Row>(built: BuiltQuery): Promise<Row[]>
  /** As `query`, for a statement that changes rows. @returns the number of rows changed */
  execute(built: BuiltQuery): Promise<number>
}

/** `(?,?),(?,?)` for a statement that inserts several rows. */
export function placeholders(rows: number, columns: number): string {
  const row = `(${Array(columns).fill('?').join(',')})`
  return Array(rows).fill(row).join(',')
}

/** True when a statement was refused because a unique index already has the key. */
export function isUniqueViolation(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
}
