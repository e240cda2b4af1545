import { fetched } from './fetched.tsx'
import type { FieldDescription } from './field-description.ts'
import { PlainText } from './plain-text.tsx'

/** A number; `precision` and the unit `addonAfter` are component props. */
export const numberPicker: FieldDescription = {
  name: 'NumberPicker',
  shape: 'inline',
  Edit: fetched(async () => (await import('./number-control.tsx')).NumberControl),
  Read: PlainText,
}
