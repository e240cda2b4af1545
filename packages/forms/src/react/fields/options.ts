import { fieldOptions, type Option } from '../../components/options.ts'
import type { DictionaryEntry, FieldSchema, FormDefinition } from '../../schema/form-definition.ts'

/** The choices of a field in one list: of a tree its leaves. */
export function listedOptions(schema: FieldSchema, definition: FormDefinition): Option[] {
  return (fieldOptions(schema, definition) ?? []).flatMap((option) =>
    option.children ? leaves(option.children) : option,
  )
}

function leaves(entries: DictionaryEntry[]): Option[] {
  return entries.flatMap(({ label, value, children }) => (children?.length ? leaves(children) : { label, value }))
}
