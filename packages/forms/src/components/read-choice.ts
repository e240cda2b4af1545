import type { FieldSchema, FormDefinition } from '../schema/form-definition.ts'
import type { ReadText } from './component.ts'
import { fieldOptions, type Option } from './options.ts'

const TRUE = new Set(['是', '√', '✓', '☑', '有', 'TRUE', 'Y', 'YES', '1'])
const FALSE = new Set(['否', '×', '✗', '□', '☐', '无', 'FALSE', 'N', 'NO', '0'])

/** The choice of that label, or of that value; several are separated by 、 or a comma. */
export function readChoice(text: string, schema: FieldSchema, form: FormDefinition): ReadText {
  if (schema.type === 'boolean' && !schema.enum) return readBoolean(text)
  const options = leaves(fieldOptions(schema, form) ?? [])
  if (schema.type !== 'array') return oneOf(text, options)
  const read = text
    .split(/[、,，;；\n]/)
    .filter((part) => part.trim() !== '')
    .map((part) => oneOf(part, options))
  const fault = read.find((part) => 'fault' in part)
  return fault ?? { value: read.map((part) => ('value' in part ? part.value : undefined)) }
}

function readBoolean(text: string): ReadText {
  const word = text.normalize('NFKC').trim().toUpperCase()
  if (TRUE.has(word)) return { value: true }
  return FALSE.has(word) ? { value: false } : { fault: '不是“是”或“否”' }
}

function oneOf(text: string, options: Option[]): ReadText {
  const word = comparable(text)
  const choice =
    options.find(({ label }) => comparable(label) === word) ??
    options.find(({ value }) => comparable(String(value)) === word)
  return choice ? { value: choice.value } : { fault: '不是这一列的选项' }
}

function leaves(options: readonly Option[]): Option[] {
  return options.flatMap((option) => (option.children?.length ? leaves(option.children) : option))
}

function comparable(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}
