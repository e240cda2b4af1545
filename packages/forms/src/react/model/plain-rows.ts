import { markRaw } from '@formily/reactive'
import type { FormValues } from '../../schema/form-definition.ts'
import { isRecord } from '../../schema/is-record.ts'

/**
 * A value whose rows Formily does not watch: a table is written as a whole by its own field, and watching ten thousand cells
 * costs a second for each key. Other values are as they were.
 */
export function plainRows(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  return value.map((row) => (isRecord(row) ? (markRaw({ ...row }) as FormValues) : row))
}
