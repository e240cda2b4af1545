import { componentOf } from '../components/components.ts'
import { isOption } from '../components/options.ts'
import { isExpression } from '../feel/index.ts'
import { formatNamed } from '../formats/formats.ts'
import type { FieldSchema, FormDefinition, Validator } from '../schema/form-definition.ts'
import { isObjectField, isSubTable } from '../schema/walk-fields.ts'
import { hasBadCharacter } from './bad-characters.ts'
import { type Question, question } from './question.ts'

/** The longest text where `maxLength` does not say. */
export const DEFAULT_MAX_LENGTH = 20_000
/** The most rows or items where `maxItems` does not say. */
export const DEFAULT_MAX_ITEMS = 5_000

/** One rule on a value that is given. */
export interface FieldRule {
  code: string
  /** @returns what is wrong, to be put behind the field's title; `undefined` when right */
  check(value: unknown): string | undefined
  /** When it fails the other rules make no sense. */
  final?: boolean
}

/** A rule in FEEL, which reads other values as well. */
export interface FieldQuestion {
  code: 'RULE'
  question: Question
  message: string
}

/** The rules of a field, those on the value alone first. */
export interface FieldRules {
  plain: readonly FieldRule[]
  questions: readonly FieldQuestion[]
}

/** Every rule of a field, the type and shape first. */
export function fieldRules(schema: FieldSchema, form: FormDefinition): FieldRules {
  const plain: FieldRule[] = [typeRule(schema)]
  const questions: FieldQuestion[] = []
  const component = componentOf(schema)
  const { check } = component
  if (check) plain.push({ code: 'SHAPE', check: (value) => check(value, schema, form), final: true })
  if (schema.enum || schema['x-dictionary']) plain.push(choiceRule(schema, form))
  plain.push(...sizeRules(schema))
  if (schema.pattern !== undefined) plain.push(patternRule(schema.pattern))
  const format = schema['x-format'] ?? DEFAULT_FORMATS[component.name]
  if (format !== undefined) plain.push(formatRule(format))
  const validators = schema['x-validator']
  for (const validator of validators === undefined ? [] : Array.isArray(validators) ? validators : [validators]) {
    const { format, pattern, rule, message } = parts(validator)
    if (format !== undefined) plain.push(formatRule(format, message))
    if (pattern !== undefined) plain.push(patternRule(pattern, message))
    if (rule !== undefined) {
      questions.push({ code: 'RULE', question: question(rule), message: message ?? '不符合填写要求' })
    }
  }
  return { plain, questions }
}

function parts(validator: Validator): Exclude<Validator, string> {
  if (typeof validator !== 'string') return validator
  return isExpression(validator) ? { rule: validator } : { format: validator }
}

const DEFAULT_FORMATS: Record<string, string> = { ResidentId: 'resident-id', CreditCode: 'credit-code' }

function typeRule(schema: FieldSchema): FieldRule {
  const kind = isSubTable(schema) || schema.type === 'array' ? 'array' : (schema.type ?? 'string')
  const test: Record<string, [string, (value: unknown) => boolean]> = {
    string: ['应是文字', (value) => typeof value === 'string'],
    number: ['应是数字', (value) => typeof value === 'number' && Number.isFinite(value)],
    boolean: ['应是“是”或“否”', (value) => typeof value === 'boolean'],
    array: ['应是一个列表', Array.isArray],
    object: ['应是一组数据', (value) => typeof value === 'object' && !Array.isArray(value)],
  }
  const [message, right] = test[kind] ?? ['类型不对', () => false]
  return { code: 'TYPE', check: (value) => (right(value) ? undefined : message), final: true }
}

function choiceRule(schema: FieldSchema, form: FormDefinition): FieldRule {
  return {
    code: 'CHOICE',
    check(value) {
      const wrong = (Array.isArray(value) ? value : [value]).find((item) => !isOption(item, schema, form))
      return wrong === undefined ? undefined : `没有「${String(wrong).slice(0, 20)}」这个选项`
    },
  }
}

function sizeRules(schema: FieldSchema): FieldRule[] {
  const { minLength = 0, maxLength, minimum, maximum, minItems = 0, maxItems = DEFAULT_MAX_ITEMS } = schema
  const longest = maxLength ?? DEFAULT_MAX_LENGTH
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const rules: FieldRule[] = []
  if (schema.type === 'array') {
    rules.push({
      code: 'ITEMS',
      check: (value) => itemsFault(Array.isArray(value) ? value.length : 0, minItems, maxItems),
    })
  } else if (schema.type === 'number') {
    rules.push({
      code: 'RANGE',
      check(value) {
        if (minimum !== undefined && Number(value) < minimum) return `不能小于 ${minimum}`
        return maximum !== undefined && Number(value) > maximum ? `不能大于 ${maximum}` : undefined
      },
    })
  } else if (schema.type !== 'boolean' && !isObjectField(schema)) {
    rules.push({
      code: 'LENGTH',
      check(value) {
        const { length } = text(value)
        if (length < minLength && typeof value === 'string') return `至少 ${minLength} 字，现有 ${length} 字`
        return length > longest ? `最多 ${longest} 字，现有 ${length} 字` : undefined
      },
    })
    rules.push({
      code: 'CHARACTERS',
      check: (value) => (hasBadCharacter(text(value)) ? '含有不能保存的字符' : undefined),
    })
  }
  return rules
}

function itemsFault(count: number, minItems: number, maxItems: number): string | undefined {
  if (count < minItems) return `至少 ${minItems} 项，现有 ${count} 项`
  return count > maxItems ? `最多 ${maxItems} 项，现有 ${count} 项` : undefined
}

function patternRule(pattern: string, message = '不符合规定的格式'): FieldRule {
  const expression = new RegExp(pattern)
  return { code: 'PATTERN', check: (value) => (expression.test(String(value)) ? undefined : message) }
}

function formatRule(name: string, message?: string): FieldRule {
  const format = formatNamed(name)
  return { code: 'FORMAT', check: (value) => format?.check(String(value)) && (message ?? format.check(String(value))) }
}
