import { componentOf } from '../../components/components.ts'
import type { FieldSchema } from '../../schema/form-definition.ts'
import { attachments } from './attachments.tsx'
import { checkbox } from './checkbox.ts'
import { choiceBox } from './choice-box.tsx'
import { creditCode, residentId } from './code-input.ts'
import { datePicker } from './date-picker.ts'
import { dateRange } from './date-range.ts'
import { person, unit } from './directory-picker.ts'
import { division } from './division.ts'
import type { FieldDescription } from './field-description.ts'
import { input } from './input.ts'
import { money } from './money.ts'
import { numberPicker } from './number-picker.ts'
import { opinion } from './opinion/opinion.tsx'
import { photo } from './photo/photo.tsx'
import { radio } from './radio.ts'
import { resume } from './resume/resume.tsx'
import { select } from './select.ts'
import { signature } from './signature/signature.tsx'
import { subTable } from './sub-table/sub-table.ts'
import { textArea } from './text-area.tsx'

/** The looks of every component with a value. To add one: describe it in `components/`, draw it here, list it. */
export const FIELDS: readonly FieldDescription[] = [
  input,
  textArea,
  numberPicker,
  select,
  radio,
  checkbox,
  choiceBox,
  datePicker,
  dateRange,
  residentId,
  creditCode,
  division,
  person,
  unit,
  photo,
  signature,
  opinion,
  resume,
  money,
  subTable,
  attachments,
]

const byName = new Map(FIELDS.map((field) => [field.name, field]))

/** How a field is drawn; what has no looks of its own is one line of text. */
export function fieldOf(schema: FieldSchema): FieldDescription {
  return byName.get(componentOf(schema).name) ?? input
}
