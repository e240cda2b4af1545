import { fetched } from './fetched.tsx'
import type { FieldDescription } from './field-description.ts'
import { PlainText } from './plain-text.tsx'

/** An amount of yuan, with 大写 below. */
export const money: FieldDescription = {
  name: 'Money',
  shape: 'inline',
  Edit: fetched(async () => (await import('./money-control.tsx')).MoneyControl),
  Read: PlainText,
}
