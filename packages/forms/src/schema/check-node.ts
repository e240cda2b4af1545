import { componentNamed, componentOf } from '../components/components.ts'
import { hasDictionary } from '../dictionaries/dictionaries.ts'
import { formatNamed } from '../formats/formats.ts'
import { patternFault } from '../pattern/safe-pattern.ts'
import { checkProps, DECORATOR_PROPS, isUnsafeText, propsOf } from './check-props.ts'
import { checkReactions } from './check-reactions.ts'
import { checkValidators } from './check-validators.ts'
import type { FieldSchema, FormDefinition } from './form-definition.ts'
import { isRecord } from './is-record.ts'
import type { Issue } from './issue.ts'
import { LIMITS } from './limits.ts'
import {
  anything,
  checkShape,
  count,
  expression,
  flagOrExpression,
  list,
  number,
  oneOf,
  record,
  type Shape,
  text,
} from './shape.ts'

const validators: Shape = {
  title: '规则或规则列表',
  test: (value) => typeof value === 'string' || isRecord(value) || Array.isArray(value),
}

const KEYS: Record<string, Shape> = {
  type: oneOf('string', 'number', 'boolean', 'array', 'object', 'void'),
  title: text,
  description: text,
  default: anything,
  enum: list,
  required: flagOrExpression,
  properties: record,
  items: record,
  minLength: count,
  maxLength: count,
  minimum: number,
  maximum: number,
  minItems: count,
  maxItems: count,
  pattern: text,
  'x-index': number,
  'x-component': text,
  'x-component-props': record,
  'x-decorator': oneOf('FormItem'),
  'x-decorator-props': record,
  'x-validator': validators,
  'x-visible': flagOrExpression,
  'x-disabled': flagOrExpression,
  'x-read-only': flagOrExpression,
  'x-value': expression,
  'x-reactions': { title: '一个联动或联动列表', test: (value) => isRecord(value) || Array.isArray(value) },
  'x-format': text,
  'x-sensitivity': oneOf('identity', 'phone', 'email', 'address', 'name', 'bank'),
  'x-dictionary': text,
}

/** Checks everything in one node but its fields and the meaning of its expressions. */
export function checkNode(
  node: Record<string, unknown>,
  form: Partial<FormDefinition>,
  path: Issue['path'],
  issues: Issue[],
): void {
  if (!checkShape(node, KEYS, path, issues)) return
  // Every entry has just been found to have its type.
  const schema = node as FieldSchema
  const report = (code: string, key: string, message: string) => issues.push({ code, path: [...path, key], message })
  checkTexts(schema, report)
  checkComponent(schema, path, issues)
  checkChoices(schema, form, path, issues)
  checkBounds(schema, report)
  if (schema.pattern !== undefined) {
    const fault =
      schema.pattern.length > LIMITS.patternLength
        ? `最多 ${LIMITS.patternLength} 个字符`
        : patternFault(schema.pattern)
    if (fault) report('UNSAFE_PATTERN', 'pattern', `正则不能用：${fault}`)
  }
  const format = schema['x-format']
  if (format !== undefined && !formatNamed(format)) report('UNKNOWN_FORMAT', 'x-format', `没有名为「${format}」的格式`)
  const dictionary = schema['x-dictionary']
  if (dictionary !== undefined && !hasDictionary(dictionary, form)) {
    report('UNKNOWN_DICTIONARY', 'x-dictionary', `没有名为「${dictionary}」的字典`)
  }
  checkValidators(schema, path, issues)
  checkReactions(schema, path, issues)
}

type Report = (code: string, key: string, message: string) => unknown

function checkTexts(schema: FieldSchema, report: Report): void {
  for (const key of ['title', 'description'] as const) {
    if (schema[key] && isUnsafeText(schema[key])) report('UNSAFE_TEXT', key, `「${key}」里不能写脚本、链接或标签`)
  }
}

function checkComponent(schema: FieldSchema, path: Issue['path'], issues: Issue[]): void {
  const name = schema['x-component']
  const at = [...path, 'x-component']
  const component = name === undefined ? componentOf(schema) : componentNamed(name)
  if (!component) {
    issues.push({ code: 'UNKNOWN_COMPONENT', path: at, message: `没有名为「${name?.slice(0, 40)}」的组件` })
    return
  }
  const type = schema.type ?? 'string'
  if (name !== undefined && !component.types.includes(type)) {
    issues.push({
      code: 'COMPONENT_TYPE',
      path: at,
      message: `组件「${name}」不能用于类型 ${type}，应是 ${component.types.join(' 或 ')}`,
    })
  }
  checkProps(schema['x-component-props'] ?? {}, propsOf(component), [...path, 'x-component-props'], issues)
  checkProps(schema['x-decorator-props'] ?? {}, DECORATOR_PROPS, [...path, 'x-decorator-props'], issues)
}

const CHOOSING = new Set(['Select', 'Radio', 'ChoiceBox'])

function checkChoices(schema: FieldSchema, form: Partial<FormDefinition>, path: Issue['path'], issues: Issue[]): void {
  const options: unknown[] = schema.enum ?? []
  const at = [...path, 'enum']
  if (options.length > LIMITS.options) {
    issues.push({ code: 'TOO_LARGE', path: at, message: `选项最多 ${LIMITS.options} 个，更多的请做成字典` })
    return
  }
  const seen = new Set<unknown>()
  for (const [index, option] of options.entries()) {
    const value = optionValue(option)
    if (value === undefined)
      issues.push({ code: 'TYPE', path: [...at, index], message: '选项应是文字、数字或 { label, value }' })
    else if (seen.has(value))
      issues.push({ code: 'DUPLICATE_OPTION', path: [...at, index], message: `选项「${value}」重复了` })
    seen.add(value)
  }
  const none =
    options.length === 0 && (schema['x-dictionary'] === undefined || !hasDictionary(schema['x-dictionary'], form))
  if (none && CHOOSING.has(schema['x-component'] ?? '') && schema['x-dictionary'] === undefined) {
    issues.push({ code: 'NO_OPTIONS', path: at, message: '选择类字段要有选项（enum）或字典（x-dictionary）' })
  }
}

function optionValue(option: unknown): string | number | boolean | undefined {
  if (isRecord(option)) {
    const { label, value, ...rest } = option
    const right = text.test(label) && Object.keys(rest).length === 0 && !isRecord(value)
    return right ? optionValue(value) : undefined
  }
  if (typeof option === 'string') return text.test(option) && !isUnsafeText(option) ? option : undefined
  return typeof option === 'number' || typeof option === 'boolean' ? option : undefined
}

function checkBounds(schema: FieldSchema, report: Report): void {
  const pairs = [
    ['minLength', 'maxLength'],
    ['minimum', 'maximum'],
    ['minItems', 'maxItems'],
  ] as const
  for (const [least, most] of pairs) {
    const [low, high] = [schema[least], schema[most]]
    if (low !== undefined && high !== undefined && low > high) report('BOUNDS', least, `「${least}」大于「${most}」`)
  }
}
