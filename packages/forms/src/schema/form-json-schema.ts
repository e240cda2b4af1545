import type { ComponentDescription, PropDescription } from '../components/component.ts'
import { COMPONENTS } from '../components/components.ts'
import { DICTIONARIES } from '../dictionaries/dictionaries.ts'
import { FORMATS } from '../formats/formats.ts'
import { DECORATOR_PROPS, propsOf } from './check-props.ts'
import { STATE_KEYS } from './check-reactions.ts'
import type { Json } from './form-definition.ts'
import { LIMITS } from './limits.ts'

type Schema = { [key: string]: Json }

const EXPRESSION = '^\\s*\\{\\{[\\s\\S]*\\}\\}\\s*$'
const NO_EXPRESSION: Schema = { not: { pattern: EXPRESSION } }
const text: Schema = { type: 'string', maxLength: LIMITS.textLength, ...NO_EXPRESSION }
const expression: Schema = { type: 'string', pattern: EXPRESSION, description: 'FEEL：{{ 表达式 }}' }
const flagOrExpression: Schema = { anyOf: [{ type: 'boolean' }, expression] }
const count: Schema = { type: 'integer', minimum: 0 }
const positive: Schema = { type: 'integer', minimum: 1 }
const widths: Schema = { type: 'array', items: { type: 'number', exclusiveMinimum: 0 } }

/**
 * The JSON Schema of a form file, for editors: completion, words and the shape as one types. Made from the lists of components,
 * formats and dictionaries. `checkForm` knows more: what expressions name, whether the paper is a table.
 *
 * Source: JSON Schema draft 2020-12.
 */
export function formJsonSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '朱批表单文件',
    type: 'object',
    required: ['key', 'title', 'schema'],
    additionalProperties: false,
    properties: {
      key: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,63}$', description: '表单的键，小写字母开头' },
      title: { ...text, pattern: '\\S', description: '表单名称' },
      schema: {
        allOf: [{ $ref: '#/$defs/field' }],
        required: ['type', 'properties'],
        properties: { type: { const: 'object' } },
        description: '字段：Formily JSON Schema',
      },
      paper: { $ref: '#/$defs/paper' },
      dictionaries: {
        type: 'object',
        additionalProperties: { type: 'array', items: { $ref: '#/$defs/entry' } },
        description: '这份表单自己的字典',
      },
    },
    $defs: {
      field: fieldSchema(),
      validator: validatorSchema(),
      reaction: reactionSchema(),
      paper: paperSchema(),
      entry: {
        type: 'object',
        required: ['value', 'label'],
        additionalProperties: false,
        properties: {
          value: { ...text, minLength: 1 },
          label: text,
          children: { type: 'array', items: { $ref: '#/$defs/entry' } },
        },
      },
    },
  }
}

function fieldSchema(): Schema {
  const choice: Schema = { anyOf: [text, { type: 'number' }, { type: 'boolean' }] }
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      type: { enum: ['string', 'number', 'boolean', 'array', 'object', 'void'] },
      title: text,
      description: text,
      default: true,
      enum: {
        type: 'array',
        maxItems: LIMITS.options,
        items: {
          anyOf: [
            choice,
            {
              type: 'object',
              required: ['label', 'value'],
              additionalProperties: false,
              properties: { label: text, value: choice },
            },
          ],
        },
      },
      required: flagOrExpression,
      properties: { type: 'object', additionalProperties: { $ref: '#/$defs/field' } },
      items: { $ref: '#/$defs/field' },
      minLength: count,
      maxLength: count,
      minimum: { type: 'number' },
      maximum: { type: 'number' },
      minItems: count,
      maxItems: count,
      pattern: { type: 'string', maxLength: LIMITS.patternLength },
      'x-index': { type: 'number' },
      'x-component': { oneOf: COMPONENTS.map(({ name, title }) => ({ const: name, title })) },
      'x-component-props': { type: 'object' },
      'x-decorator': { const: 'FormItem' },
      'x-decorator-props': propsSchema(DECORATOR_PROPS),
      'x-validator': {
        anyOf: [{ $ref: '#/$defs/validator' }, { type: 'array', items: { $ref: '#/$defs/validator' } }],
      },
      'x-visible': flagOrExpression,
      'x-disabled': flagOrExpression,
      'x-read-only': flagOrExpression,
      'x-value': expression,
      'x-reactions': {
        anyOf: [
          { $ref: '#/$defs/reaction' },
          { type: 'array', items: { $ref: '#/$defs/reaction' }, maxItems: LIMITS.reactions },
        ],
      },
      'x-format': formatName(),
      'x-sensitivity': { enum: ['identity', 'phone', 'email', 'address', 'name', 'bank'] },
      'x-dictionary': { anyOf: [{ enum: DICTIONARIES.map(({ name }) => name) }, text] },
    },
    allOf: COMPONENTS.map(componentRule),
  }
}

/** What a component asks of its field: the type and the props it takes. */
function componentRule(component: ComponentDescription): Schema {
  const { name, types, value } = component
  const type: Schema = { enum: [...types] }
  return {
    if: { required: ['x-component'], properties: { 'x-component': { const: name } } },
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
    then: {
      description: value,
      ...(types.includes('string') ? {} : { required: ['type'] }),
      properties: { type, 'x-component-props': propsSchema(propsOf(component)) },
    },
  }
}

function propsSchema(props: Record<string, PropDescription>): Schema {
  const properties = Object.entries(props).map(([name, { title, type, options }]): [string, Schema] => [
    name,
    type === 'enum' ? { enum: [...(options ?? [])], title } : type === 'string' ? { ...text, title } : { type, title },
  ])
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) }
}

function formatName(): Schema {
  return { oneOf: FORMATS.map(({ name, title }) => ({ const: name, title })) }
}

function validatorSchema(): Schema {
  return {
    anyOf: [
      formatName(),
      expression,
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          format: formatName(),
          pattern: { ...text, maxLength: LIMITS.patternLength },
          rule: expression,
          message: text,
        },
      },
    ],
  }
}

function reactionSchema(): Schema {
  const branch: Schema = {
    type: 'object',
    additionalProperties: false,
    properties: {
      state: {
        type: 'object',
        propertyNames: { enum: [...STATE_KEYS] },
      },
    },
  }
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      dependencies: { type: 'array', items: { type: 'string' } },
      when: flagOrExpression,
      fulfill: branch,
      otherwise: branch,
    },
  }
}

function paperSchema(): Schema {
  return {
    type: 'object',
    required: ['size', 'title', 'columns', 'rows'],
    additionalProperties: false,
    properties: {
      size: { const: 'A4' },
      orientation: { enum: ['portrait', 'landscape'] },
      duplex: { type: 'boolean', description: '双面打印：页数成双' },
      caption: { ...text, description: '标题左上方的字：附件1' },
      title: text,
      columns: { ...widths, maxItems: LIMITS.paperColumns, description: '列宽之比' },
      rows: {
        type: 'array',
        maxItems: LIMITS.paperRows,
        items: {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            properties: {
              text,
              field: { type: 'string', description: '字段的路径' },
              rowSpan: positive,
              colSpan: positive,
              columns: widths,
            },
          },
        },
      },
      heights: { type: 'array', items: { type: 'number', minimum: 0, maximum: 250 }, description: '行高，毫米' },
      breakBefore: { type: 'array', items: positive, description: '从这些行起换页' },
      notes: { type: 'array', items: text },
    },
  }
}
