import type { FieldSchema } from '../schema/form-definition.ts'
import { attachments } from './attachments.ts'
import { checkbox } from './checkbox.ts'
import { choiceBox } from './choice-box.ts'
import type { ComponentDescription } from './component.ts'
import { creditCodeInput } from './credit-code.ts'
import { datePicker } from './date-picker.ts'
import { dateRange } from './date-range.ts'
import { divisionPicker } from './division.ts'
import { input } from './input.ts'
import { money } from './money.ts'
import { numberPicker } from './number-picker.ts'
import { opinion } from './opinion.ts'
import { personPicker } from './person.ts'
import { photo } from './photo.ts'
import { radio } from './radio.ts'
import { residentIdInput } from './resident-id.ts'
import { resume } from './resume.ts'
import { section } from './section.ts'
import { select } from './select.ts'
import { signature } from './signature.ts'
import { subTable } from './sub-table.ts'
import { textArea } from './text-area.ts'
import { unitPicker } from './unit.ts'

/** Every component a form may name. To add one: describe it in a file here, list it, and draw it in `react/`. */
export const COMPONENTS: readonly ComponentDescription[] = [
  input,
  textArea,
  numberPicker,
  select,
  radio,
  checkbox,
  choiceBox,
  datePicker,
  dateRange,
  residentIdInput,
  creditCodeInput,
  divisionPicker,
  personPicker,
  unitPicker,
  photo,
  signature,
  opinion,
  resume,
  money,
  subTable,
  attachments,
  section,
]

const byName = new Map(COMPONENTS.map((component) => [component.name, component]))

/** The component of that name, or `undefined`. */
export function componentNamed(name: string): ComponentDescription | undefined {
  return byName.get(name)
}

/** The component of a field; without `x-component` the plain one of its type. */
export function componentOf(schema: FieldSchema): ComponentDescription {
  return (schema['x-component'] && byName.get(schema['x-component'])) || plainComponent(schema)
}

function plainComponent(schema: FieldSchema): ComponentDescription {
  switch (schema.type) {
    case 'number':
      return numberPicker
    case 'boolean':
      return checkbox
    case 'array':
      return schema.items?.properties ? subTable : select
    case 'void':
      return section
    default:
      return input
  }
}
