import { dictionary, dictionaryLabel, hasDictionary } from '../dictionaries/dictionaries.ts'
import type { DictionaryEntry, FieldSchema, FormDefinition } from '../schema/form-definition.ts'

/** One choice of a field. */
export interface Option {
  label: string
  value: string | number | boolean
  children?: DictionaryEntry[]
}

/** The choices of a field: its `enum`, else its dictionary; `undefined` when any value is allowed. */
export function fieldOptions(schema: FieldSchema, form?: Pick<FormDefinition, 'dictionaries'>): Option[] | undefined {
  if (schema.enum) {
    return schema.enum.map((item) => (typeof item === 'object' ? item : { label: String(item), value: item }))
  }
  const name = schema['x-dictionary']
  return name !== undefined && hasDictionary(name, form) ? dictionary(name, form) : undefined
}

/** The label of a value; the value itself when no choice has it. */
export function optionLabel(value: unknown, schema: FieldSchema, form?: Pick<FormDefinition, 'dictionaries'>): string {
  const options = fieldOptions(schema, form) ?? []
  const own = options.find((option) => option.value === value)
  if (own) return own.label
  for (const { children } of options) {
    const label = children && dictionaryLabel(children, String(value))
    if (label !== undefined) return label
  }
  return String(value)
}

const allowed = new WeakMap<FieldSchema, Set<unknown>>()

/** Whether a value is one of the field's choices; true when it has none. */
export function isOption(value: unknown, schema: FieldSchema, form?: Pick<FormDefinition, 'dictionaries'>): boolean {
  let values = allowed.get(schema)
  if (!values) {
    const options = fieldOptions(schema, form)
    if (!options) return true
    values = new Set()
    collect(options, values)
    if (Object.isFrozen(schema)) allowed.set(schema, values)
  }
  return values.has(value)
}

function collect(options: Array<Option | DictionaryEntry>, into: Set<unknown>): void {
  for (const option of options) {
    into.add(option.value)
    if (option.children) collect(option.children, into)
  }
}
