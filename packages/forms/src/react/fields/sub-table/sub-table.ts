import { fetched } from '../fetched.tsx'
import type { FieldDescription } from '../field-description.ts'

/** A table of rows inside the form; each column keeps to its own access. On a narrow screen each row is a card. */
export const subTable: FieldDescription = {
  name: 'SubTable',
  shape: 'block',
  Edit: fetched(async () => (await import('./sub-table-rows.tsx')).SubTableControl),
  Read: fetched(async () => (await import('./sub-table-rows.tsx')).SubTableText),
}
