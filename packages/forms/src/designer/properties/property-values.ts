import type { FieldSchema, Json } from '../../schema/form-definition.ts'

/** What the property form shows of a field: names that Formily's paths take, one level. */
export interface PropertyValues {
  title?: string
  dictionary?: string
  choices?: Choice[]
  required?: boolean
  readOnly?: boolean
  description?: string
  maxLength?: number
  format?: string
  sensitivity?: string
  minimum?: number
  maximum?: number
  maxItems?: number
  props?: Record<string, Json | undefined>
}

export interface Choice {
  label: string
  value: string | number | boolean
}

export function propertyValues(schema: FieldSchema): PropertyValues {
  const { title, description, maxLength, minimum, maximum, maxItems } = schema
  return {
    title,
    description,
    maxLength,
    minimum,
    maximum,
    maxItems,
    required: schema.required === true,
    readOnly: schema['x-read-only'] === true,
    dictionary: schema['x-dictionary'],
    format: schema['x-format'],
    sensitivity: schema['x-sensitivity'],
    choices: (schema.enum ?? []).map((item) =>
      typeof item === 'object' ? item : { label: String(item), value: item },
    ),
    props: { ...schema['x-component-props'] },
  }
}

/** The changes of a field that the property form asks for; `undefined` takes a key out. */
export function propertyChanges(schema: FieldSchema, values: PropertyValues): Partial<FieldSchema> {
  const changes: Partial<FieldSchema> = {
    title: values.title ?? '',
    description: values.description || undefined,
    maxLength: values.maxLength ?? undefined,
    minimum: values.minimum ?? undefined,
    maximum: values.maximum ?? undefined,
    maxItems: values.maxItems ?? undefined,
    'x-dictionary': values.dictionary || undefined,
    'x-format': values.format || undefined,
    'x-sensitivity': (values.sensitivity || undefined) as FieldSchema['x-sensitivity'],
    'x-component-props': keptProps(values.props),
  }
  if (typeof schema.required !== 'string') changes.required = values.required || undefined
  if (typeof schema['x-read-only'] !== 'string') changes['x-read-only'] = values.readOnly || undefined
  const choices = (values.choices ?? []).map((item) => (item.label === item.value ? item.value : item))
  if (schema.enum || choices.length > 0) changes.enum = choices.length > 0 ? choices : undefined
  return changes
}

function keptProps(props: PropertyValues['props']): Record<string, Json> | undefined {
  const kept = Object.entries(props ?? {}).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return kept.length > 0 ? (Object.fromEntries(kept) as Record<string, Json>) : undefined
}
