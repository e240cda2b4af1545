import { fetched } from './fetched.tsx'
import type { FieldDescription } from './field-description.ts'
import { PlainText } from './plain-text.tsx'

/** A 行政区划 by its code: a list of the districts below `root`, or steps from the province down. */
export const division: FieldDescription = {
  name: 'Division',
  shape: 'inline',
  Edit: fetched(async () => (await import('./division-control.tsx')).DivisionControl),
  Read: PlainText,
}
