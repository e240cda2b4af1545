import { componentOf } from '../../components/components.ts'
import type { FieldSchema } from '../../schema/form-definition.ts'

/** How a field is compared. */
export type Test = 'is' | 'isNot' | 'greater' | 'less' | 'contains' | 'empty' | 'notEmpty'

export type RuleValue = string | number | boolean

export interface Condition {
  /** Path of a field, or the name of a column within its row. */
  field: string
  test: Test
  /** Absent for `empty` and `notEmpty`. */
  value?: RuleValue
}

/** Conditions in brackets: they are joined by the other word than what stands around them. */
export interface Bracket {
  bracket: readonly Condition[]
}

/** What is joined by 并且 or 或者. */
export type Term = Condition | Bracket

export function isBracket<T extends object>(term: T): term is Extract<T, { bracket: unknown }> {
  return 'bracket' in term
}

export function otherJoin(join: 'and' | 'or'): 'and' | 'or' {
  return join === 'and' ? 'or' : 'and'
}

/** 否则如果: asked when nothing before it held. */
export interface Branch {
  conditions: readonly Term[]
  join: 'and' | 'or'
  value: RuleValue
}

/** What happens to a field when the conditions hold; only `set` says what happens otherwise. */
export type Action =
  | { kind: 'show' | 'hide' | 'require' | 'lock' }
  | { kind: 'set'; value: RuleValue; others?: readonly Branch[]; otherwise?: RuleValue }

/** A rule of one field as a sentence: 当 … 就 … 否则 …. */
export interface Rule {
  conditions: readonly Term[]
  /** Whether all conditions must hold or one is enough; in brackets it is the other way round. */
  join: 'and' | 'or'
  action: Action
}

/** Every condition of a rule, those of 否则如果 included. */
export function conditionsOf({ conditions, action }: Rule): Condition[] {
  const others = action.kind === 'set' ? (action.others ?? []) : []
  const terms = [...conditions, ...others.flatMap((branch) => branch.conditions)]
  return terms.flatMap((term) => (isBracket(term) ? term.bracket : [term]))
}

/** Keys of a field's schema that a rule may stand in. */
export const RULE_KEYS = ['x-visible', 'required', 'x-read-only', 'x-value'] as const
export type RuleKey = (typeof RULE_KEYS)[number]

const KEY_OF: Record<Action['kind'], RuleKey> = {
  show: 'x-visible',
  hide: 'x-visible',
  require: 'required',
  lock: 'x-read-only',
  set: 'x-value',
}

/** The key of the schema that a kind of rule stands in. */
export function ruleKey(kind: Action['kind']): RuleKey {
  return KEY_OF[kind]
}

/** What the value of a field is to a rule. */
export type ValueKind = 'text' | 'number' | 'boolean' | 'list' | 'other'

export function valueKind(schema: FieldSchema): ValueKind {
  switch (schema.type) {
    case 'string':
      return 'text'
    case 'number':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'array':
      return componentOf(schema).name === 'SubTable' || !schema.enum ? 'other' : 'list'
    default:
      return 'other'
  }
}

/** The tests that make sense for a kind of value. */
export const TESTS: Record<ValueKind, readonly Test[]> = {
  text: ['is', 'isNot', 'contains', 'empty', 'notEmpty'],
  number: ['is', 'isNot', 'greater', 'less', 'empty', 'notEmpty'],
  boolean: ['is', 'isNot'],
  list: ['contains', 'empty', 'notEmpty'],
  other: ['empty', 'notEmpty'],
}
