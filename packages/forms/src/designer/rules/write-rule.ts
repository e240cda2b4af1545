import { type Condition, isBracket, otherJoin, type Rule, type RuleValue, type ValueKind } from './rule.ts'

/**
 * A rule as FEEL in `{{ }}`, for the key that `ruleKey` says. `read-rule.ts` reads it back.
 *
 * @param kindOf what the value of a field is; decides how emptiness and containing are asked
 */
export function writeRule(rule: Rule, kindOf: (field: string) => ValueKind): string {
  const one = (condition: Condition) => writeCondition(condition, kindOf(condition.field))
  const when = ({ conditions, join }: Pick<Rule, 'conditions' | 'join'>) =>
    conditions
      .map((term) => (isBracket(term) ? `(${term.bracket.map(one).join(` ${otherJoin(join)} `)})` : one(term)))
      .join(` ${join} `)
  const condition = when(rule)
  const { action } = rule
  switch (action.kind) {
    case 'hide':
      return `{{ not(${condition}) }}`
    case 'set': {
      const others = (action.others ?? []).map((branch) => `if ${when(branch)} then ${literal(branch.value)} else `)
      const otherwise = action.otherwise === undefined ? 'null' : literal(action.otherwise)
      return `{{ if ${condition} then ${literal(action.value)} else ${others.join('')}${otherwise} }}`
    }
    default:
      return `{{ ${condition} }}`
  }
}

function writeCondition({ field, test, value = '' }: Condition, kind: ValueKind): string {
  switch (test) {
    case 'is':
      return `${field} = ${literal(value)}`
    case 'isNot':
      return `${field} != ${literal(value)}`
    case 'greater':
      return `${field} > ${literal(value)}`
    case 'less':
      return `${field} < ${literal(value)}`
    case 'contains':
      return kind === 'list' ? `list contains(${field}, ${literal(value)})` : `contains(${field}, ${literal(value)})`
    // A text that was cleared is "" or null; of anything else only null is empty.
    case 'empty':
      return kind === 'text' ? `(${field} = null or ${field} = "")` : `${field} = null`
    case 'notEmpty':
      return kind === 'text' ? `(${field} != null and ${field} != "")` : `${field} != null`
  }
}

function literal(value: RuleValue): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value)
}
