import type { ISchema } from '@formily/json-schema'
import type { PropDescription } from '../../components/component.ts'
import { componentOf } from '../../components/components.ts'
import { DICTIONARIES } from '../../dictionaries/dictionaries.ts'
import { FORMATS } from '../../formats/formats.ts'
import type { FieldSchema, FormDefinition } from '../../schema/form-definition.ts'
import { isSubTable } from '../../schema/walk-fields.ts'
import type { DesignerTexts } from '../texts.ts'

/** Components whose values are chosen from a list. */
const CHOOSING = new Set(['Select', 'Radio', 'Checkbox', 'ChoiceBox'])

/**
 * The schema by which Formily draws the properties of a field: what every field has, what its type has, and what its
 * component says of its own props.
 */
export function propertySchema(schema: FieldSchema, form: FormDefinition, texts: DesignerTexts): ISchema {
  const words = texts.properties
  const component = componentOf(schema)
  const properties: Record<string, ISchema> = {
    title: field(words.name, 'Input', 'string'),
  }
  const isChoice = CHOOSING.has(component.name) && schema.type !== 'boolean'
  if (isChoice) {
    properties.dictionary = choice(words.dictionary, dictionaryNames(form))
    properties.choices = {
      ...field(words.choices, 'Choices', 'array'),
      'x-visible': schema['x-dictionary'] === undefined,
    }
  }
  if (schema.type !== 'void') {
    if (typeof schema.required !== 'string' && !component.system)
      properties.required = field(words.required, 'Switch', 'boolean')
    if (typeof schema['x-read-only'] !== 'string' && !component.system)
      properties.readOnly = field(words.readOnly, 'Switch', 'boolean')
    properties.description = field(words.description, 'Input', 'string', { placeholder: words.descriptionHint })
  }
  if (schema.type === 'string' && (component.name === 'Input' || component.name === 'TextArea')) {
    properties.maxLength = field(words.maxLength, 'NumberPicker', 'number', { min: 1, precision: 0 })
  }
  if (component.name === 'Input') {
    properties.format = choice(
      words.format,
      FORMATS.map((format) => ({ label: format.title, value: format.name })),
    )
  }
  if (schema.type === 'string' && component.print === 'text') {
    properties.sensitivity = choice(
      words.sensitivity,
      Object.entries(texts.sensitivities).map(([value, label]) => ({ label, value })),
    )
  }
  if (schema.type === 'number') {
    properties.minimum = field(words.minimum, 'NumberPicker', 'number')
    properties.maximum = field(words.maximum, 'NumberPicker', 'number')
  }
  if (isSubTable(schema))
    properties.maxItems = field(words.maxItems, 'NumberPicker', 'number', { min: 1, precision: 0 })
  const own = Object.entries(component.props)
    // What the value itself is limited by has been asked already.
    .filter(([name]) => !(name in properties))
    .map(([name, prop]) => [name, propField(prop, texts)] as const)
  if (own.length > 0) properties.props = { type: 'object', properties: Object.fromEntries(own) }
  return { type: 'object', properties }
}

function propField(prop: PropDescription, texts: DesignerTexts): ISchema {
  switch (prop.type) {
    case 'number':
      return field(prop.title, 'NumberPicker', 'number')
    case 'boolean':
      return field(prop.title, 'Switch', 'boolean')
    case 'enum':
      return choice(
        prop.title,
        (prop.options ?? []).map((value) => ({ label: texts.options[value] ?? value, value })),
      )
    default:
      return field(prop.title, 'Input', 'string')
  }
}

function field(title: string, component: string, type: string, props: Record<string, unknown> = {}): ISchema {
  return {
    type,
    title,
    'x-decorator': 'FormItem',
    'x-component': component,
    'x-component-props': component === 'Choices' ? props : { size: 'small', 'aria-label': title, ...props },
  }
}

function choice(title: string, options: Array<{ label: string; value: string }>): ISchema {
  return { ...field(title, 'Select', 'string', { allowClear: true }), enum: options }
}

function dictionaryNames(form: FormDefinition): Array<{ label: string; value: string }> {
  const own = Object.keys(form.dictionaries ?? {}).map((name) => ({ label: name, value: name }))
  return [...own, ...DICTIONARIES.map(({ name, title }) => ({ label: `${title}（${name}）`, value: name }))]
}
