import { fetched } from './fetched.tsx'
import type { FieldDescription } from './field-description.ts'
import { PlainText } from './plain-text.tsx'

/** From and to; the value is an array of two ISO strings. */
export const dateRange: FieldDescription = {
  name: 'DateRange',
  shape: 'inline',
  Edit: fetched(async () => (await import('./date-range-control.tsx')).DateRangeControl),
  Read: PlainText,
}
