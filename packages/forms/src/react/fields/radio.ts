import { everyday } from './everyday.ts'
import type { FieldDescription } from './field-description.ts'
import { PlainText } from './plain-text.tsx'

/** One of a few, all in sight. */
export const radio: FieldDescription = {
  name: 'Radio',
  shape: 'inline',
  Edit: everyday('RadioControl'),
  Read: PlainText,
}
