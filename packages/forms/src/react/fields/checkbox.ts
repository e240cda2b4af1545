import { everyday } from './everyday.ts'
import type { FieldDescription } from './field-description.ts'
import { PlainText } from './plain-text.tsx'

/** Yes or no when the type is `boolean`, else any of a few. */
export const checkbox: FieldDescription = {
  name: 'Checkbox',
  shape: 'inline',
  Edit: everyday('CheckboxControl'),
  Read: PlainText,
}
