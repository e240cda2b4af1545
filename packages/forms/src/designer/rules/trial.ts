import { compile } from '../../feel/index.ts'
import { type Condition, isBracket, type Rule, type RuleValue, type ValueKind } from './rule.ts'
import { writeRule } from './write-rule.ts'

/** A rule evaluated on values that fulfil its conditions. */
export interface Trial {
  /** The values tried: name -> value, `null` for empty. */
  given: Array<[string, RuleValue | null]>
  /** What the expression gives: true or false, or the value that is set. */
  result: unknown
}

/** Tries a rule with values for which its sentence should hold. */
export function tryRule(rule: Rule, kindOf: (field: string) => ValueKind): Trial {
  // One of what is joined by 或者 is enough.
  const asked = (rule.join === 'and' ? rule.conditions : rule.conditions.slice(0, 1)).flatMap((term) =>
    isBracket(term) ? (rule.join === 'and' ? term.bracket.slice(0, 1) : term.bracket) : [term],
  )
  const given = asked.map((condition): [string, RuleValue | null] => [
    condition.field,
    fulfilling(condition, kindOf(condition.field)),
  ])
  const scope = Object.fromEntries(
    given.map(([field, value]) => [field, kindOf(field) === 'list' && value !== null ? [value] : value]),
  )
  return { given, result: compile(writeRule(rule, kindOf)).evaluate(scope) }
}

function fulfilling({ test, value = '' }: Condition, kind: ValueKind): RuleValue | null {
  switch (test) {
    case 'isNot':
      return typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 1 : `非${value}`
    case 'greater':
      return Number(value) + 1
    case 'less':
      return Number(value) - 1
    case 'empty':
      return null
    case 'notEmpty':
      return kind === 'number' ? 1 : '有'
    default:
      return value
  }
}
