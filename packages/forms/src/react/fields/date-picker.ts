import { fetched } from './fetched.tsx'
import type { FieldDescription } from './field-description.ts'
import { PlainText } from './plain-text.tsx'

/** A day, a month or a year, chosen or typed. */
export const datePicker: FieldDescription = {
  name: 'DatePicker',
  shape: 'inline',
  Edit: fetched(async () => (await import('./date-control.tsx')).DateControl),
  Read: PlainText,
}
