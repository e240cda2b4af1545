import { ServerError } from '../errors.ts'
import type { SqlValue } from './sql.ts'

/** Makes the opaque cursor after a row: the values of the columns the list is sorted by, the id last. */
export function encodeCursor(values: readonly SqlValue[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** @throws ServerError `CURSOR_INVALID` when it is not a cursor of a list with `length` sort columns */
export function decodeCursor(cursor: string, length: number): SqlValue[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(values) && values.length === length && values.every(isSqlValue)) return values
  } catch (cause) {
    throw new ServerError('CURSOR_INVALID', {}, { cause })
  }
  throw new ServerError('CURSOR_INVALID')
}

function isSqlValue(value: unknown): value is SqlValue {
  return value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))
}

/** One page of `rows`, which were read with `limit + 1`, and the cursor of the next page. */
export function toPage<Row>(rows: readonly Row[], limit: number, key: (row: Row) => SqlValue[]) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(key(last)) : null }
}
