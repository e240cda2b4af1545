import { divisionName, divisionOptions } from '../dictionaries/divisions.ts'
import type { DictionaryEntry, FieldSchema } from '../schema/form-definition.ts'
import type { ReadText } from './component.ts'

/** The code of a division by its code or its name: 370303, 张店区, 山东省淄博市张店区; a name that two have is not told apart. */
export function readDivision(text: string, schema: FieldSchema): ReadText {
  const name = text.normalize('NFKC').replace(/\s/g, '')
  if (divisionName(name) !== undefined) return { value: name }
  const root = schema['x-component-props']?.root
  const codes = codesNamed(divisionOptions(typeof root === 'string' ? root : undefined), name)
  if (codes.length === 1) return { value: codes[0] }
  return { fault: codes.length === 0 ? '不是行政区划' : '有几个同名的行政区划，请写全' }
}

function codesNamed(entries: readonly DictionaryEntry[], name: string): string[] {
  return entries.flatMap(({ value, label, children }) => {
    const inside = codesNamed(children ?? [], name)
    const isNamed = label === name || divisionName(value, 'full') === name || divisionName(value, 'short') === name
    return isNamed ? [value, ...inside] : inside
  })
}
