import { fetched } from './fetched.tsx'
import type { FieldDescription } from './field-description.ts'
import { PlainText } from './plain-text.tsx'

/** One of a list, or several when the type is `array`. */
export const select: FieldDescription = {
  name: 'Select',
  shape: 'inline',
  Edit: fetched(async () => (await import('./select-control.tsx')).SelectControl),
  Read: PlainText,
}
