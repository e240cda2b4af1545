import type { FormValues } from '../../../schema/form-definition.ts'
import { isRecord } from '../../../schema/is-record.ts'

/** The rows of a value; what is no row is an empty one, so that numbers of rows stay true. */
export function rowsOf(value: unknown): FormValues[] {
  return Array.isArray(value) ? value.map((row) => (isRecord(row) ? row : {})) : []
}
