import { componentOf } from '../components/components.ts'
import { optionLabel } from '../components/options.ts'
import type { FieldSchema, FormDefinition } from '../schema/form-definition.ts'
import { isEmpty } from './is-empty.ts'

/**
 * A value as the paper says it: 2014年6月, the label of a choice, the name of a division, dated lines, an amount in words.
 * Paragraphs and lines are separated by `\n`; a value that is not given is ''.
 */
export function displayValue(schema: FieldSchema, value: unknown, form?: FormDefinition): string {
  const component = componentOf(schema)
  if (isEmpty(value) && component.print !== 'boxes') return ''
  if (component.display) return component.display(value, schema, form)
  if (schema.enum || schema['x-dictionary']) return optionLabel(value, schema, form)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
