import { componentOf } from '../../../components/components.ts'
import type { FieldSchema } from '../../../schema/form-definition.ts'

const WIDTHS: Record<string, number> = {
  NumberPicker: 80,
  Checkbox: 72,
  DatePicker: 112,
  Money: 128,
  TextArea: 200,
  ResidentId: 176,
  CreditCode: 176,
  Attachments: 200,
  DateRange: 216,
}
const USUAL = 104

/** The width that a column wants, px; a table with more room shares it out in these proportions. */
export function columnWidth(schema: FieldSchema): number {
  return WIDTHS[componentOf(schema).name] ?? USUAL
}
