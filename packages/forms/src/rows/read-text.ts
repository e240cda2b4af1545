import type { ReadText } from '../components/component.ts'
import { componentOf } from '../components/components.ts'
import type { FieldSchema, FormDefinition } from '../schema/form-definition.ts'

/** The value that a cell of a spreadsheet means in a field; an empty cell means none. */
export function readText(text: string, schema: FieldSchema, form: FormDefinition): ReadText {
  if (text.trim() === '') return { value: undefined }
  const { read, title } = componentOf(schema)
  if (read) return read(text.trim(), schema, form)
  return (schema.type ?? 'string') === 'string' && ['Input', 'TextArea'].includes(componentOf(schema).name)
    ? { value: text.trim() }
    : { fault: `${title}不能从表格粘贴` }
}
