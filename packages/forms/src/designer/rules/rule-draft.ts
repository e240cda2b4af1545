import {
  type Action,
  type Branch,
  type Condition,
  isBracket,
  otherJoin,
  type Rule,
  type RuleValue,
  type Term,
} from './rule.ts'

export type ConditionDraft = Partial<Condition>
export type TermDraft = ConditionDraft | { bracket: readonly ConditionDraft[] }

/** A rule while it is made: fields and values may still be missing. */
export interface RuleDraft {
  conditions: readonly TermDraft[]
  join: Rule['join']
  action: {
    kind: Action['kind']
    value?: Condition['value']
    others?: readonly BranchDraft[]
    otherwise?: Condition['value']
  }
}

/** 否则如果 while it is made. */
export interface BranchDraft {
  conditions: readonly TermDraft[]
  join: Rule['join']
  value?: Condition['value']
}

/** The rule, when nothing is missing. */
export function finished({ action, ...draft }: RuleDraft): Rule | undefined {
  const said = wholeTerms(draft)
  if (!said) return undefined
  const { kind, value, others = [], otherwise } = action
  if (kind !== 'set') return { ...said, action: { kind } }
  const branches = others.map(finishedBranch)
  if (!isGiven(value) || !branches.every((branch) => branch !== undefined)) return undefined
  const set: Action = {
    kind,
    value,
    ...(branches.length > 0 && { others: branches }),
    ...(isGiven(otherwise) && { otherwise }),
  }
  return { ...said, action: set }
}

function finishedBranch({ value, ...draft }: BranchDraft): Branch | undefined {
  const said = wholeTerms(draft)
  return said && isGiven(value) ? { ...said, value } : undefined
}

/** What is joined, when there is something and nothing is missing of any. A bracket alone needs no bracket. */
function wholeTerms({ conditions, join }: Pick<RuleDraft, 'conditions' | 'join'>): Omit<Branch, 'value'> | undefined {
  const [only, more] = conditions
  if (only && isBracket(only) && !more) return wholeTerms({ conditions: only.bracket, join: otherJoin(join) })
  const isWhole = (term: TermDraft): term is Term =>
    isBracket(term) ? term.bracket.every(isWholeOne) : isWholeOne(term)
  return conditions.length > 0 && conditions.every(isWhole) ? { conditions, join } : undefined
}

function isWholeOne({ field, test, value }: ConditionDraft): boolean {
  return field !== undefined && test !== undefined && (test === 'empty' || test === 'notEmpty' || isGiven(value))
}

function isGiven(value: Condition['value']): value is RuleValue {
  return value !== undefined && value !== ''
}
