import { markRaw } from '@formily/reactive'
import type { FormValues } from '../../schema/form-definition.ts'
import { isRecord } from '../../schema/is-record.ts'

/**
 * A value whose rows Formily does not watch: a table is written as a whole by its own field, and watching ten thousand cells
 * costs a second for each key. Other values are as they were. A row that is unwatched already is taken over: nobody writes into it.
 */
export function plainRows(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  return value.map((row) => (isRecord(row) && !isPlainRow(row) ? unwatched(row) : row))
}

const plain = new WeakSet<object>()

/** Whether Formily does not watch the row; it is never changed, only replaced. */
export function isPlainRow(row: object): boolean {
  return plain.has(row)
}

function unwatched(row: FormValues): FormValues {
  const made = markRaw({ ...row })
  plain.add(made)
  return made
}
