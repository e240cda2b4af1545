import { everyday } from './everyday.ts'
import type { FieldDescription } from './field-description.ts'
import { PlainText } from './plain-text.tsx'

/** 公民身份号码 or a passport number; what is wrong with it is said by its format. */
export const residentId: FieldDescription = {
  name: 'ResidentId',
  shape: 'inline',
  Edit: everyday('CodeControl'),
  Read: PlainText,
}

/** 统一社会信用代码. */
export const creditCode: FieldDescription = {
  name: 'CreditCode',
  shape: 'inline',
  Edit: everyday('CodeControl'),
  Read: PlainText,
}
