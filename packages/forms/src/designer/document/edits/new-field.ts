import type { ComponentDescription } from '../../../components/component.ts'
import type { FieldSchema, Json } from '../../../schema/form-definition.ts'

/** What a component brings along when it is new; everything else is left to its defaults. */
const STARTS: Record<string, () => FieldSchema> = {
  Input: () => ({ maxLength: 50 }),
  TextArea: () => ({ maxLength: 500 }),
  Select: () => ({ enum: ['选项一', '选项二'] }),
  Radio: () => ({ enum: ['选项一', '选项二'] }),
  Checkbox: () => ({ type: 'array', items: { type: 'string' }, enum: ['选项一', '选项二'] }),
  ChoiceBox: () => ({ type: 'array', items: { type: 'string' }, enum: ['选项一', '选项二'] }),
  Photo: () => ({ 'x-component-props': { width: 25, height: 35 } }),
  Opinion: () => ({ 'x-component-props': { signature: true, seal: true } }),
  SubTable: () => ({
    items: {
      type: 'object',
      properties: {
        名称: { type: 'string', title: '名称', maxLength: 50, 'x-component': 'Input' },
        数量: { type: 'number', title: '数量', 'x-component': 'NumberPicker' },
      },
    },
  }),
  ResidentId: () => ({ 'x-sensitivity': 'identity' }),
  Section: () => ({ properties: {} }),
}

/** A new field of a component. */
export function newField(component: ComponentDescription, title: string): FieldSchema {
  const start = STARTS[component.name]?.() ?? {}
  return { type: component.types[0] ?? 'string', title, ...start, 'x-component': component.name }
}

/** What a field keeps when its component becomes another: all that says nothing of the shape of its value. */
const KEPT = [
  'title',
  'description',
  'required',
  'x-index',
  'x-decorator',
  'x-decorator-props',
  'x-visible',
  'x-disabled',
  'x-read-only',
  'x-reactions',
] as const

/** The field as another component. Choices and lengths stay where the new component has them too. */
export function asComponent(schema: FieldSchema, component: ComponentDescription): FieldSchema {
  const start = newField(component, schema.title ?? '')
  const kept = Object.fromEntries(KEPT.flatMap((key) => (schema[key] === undefined ? [] : [[key, schema[key]]])))
  const next: FieldSchema = { ...start, ...kept }
  if (start.enum && (schema.enum || schema['x-dictionary'])) {
    if (schema.enum) next.enum = schema.enum
    else delete next.enum
    if (schema['x-dictionary']) next['x-dictionary'] = schema['x-dictionary']
  }
  if (start.maxLength !== undefined && schema.maxLength !== undefined) next.maxLength = schema.maxLength
  const props = keptProps(schema['x-component-props'], start['x-component-props'], component)
  if (Object.keys(props).length > 0) next['x-component-props'] = props
  return next
}

function keptProps(
  old: Record<string, Json> = {},
  start: Record<string, Json> = {},
  component: ComponentDescription,
): Record<string, Json> {
  const kept = Object.entries(old).filter(([key]) => {
    const prop = component.props[key]
    return prop !== undefined && (prop.type !== 'enum' || (prop.options ?? []).includes(String(old[key])))
  })
  return { ...start, ...Object.fromEntries(kept) }
}
