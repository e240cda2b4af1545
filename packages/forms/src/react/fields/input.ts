import { everyday } from './everyday.ts'
import type { FieldDescription } from './field-description.ts'
import { PlainText } from './plain-text.tsx'

/** One line of text. */
export const input: FieldDescription = {
  name: 'Input',
  shape: 'inline',
  Edit: everyday('InputControl'),
  Read: PlainText,
}
