import type { SyntaxNode } from '@lezer/common'
import { expressionText } from '../../feel/index.ts'
import { parseFeel } from '../../feel/syntax.ts'
import type { Action, Branch, Condition, Rule, RuleKey, RuleValue, Term, Test } from './rule.ts'

/** A rule from FEEL; `undefined` when it says more than a sentence of the builder can. */
export function readRule(key: RuleKey, expression: string): Rule | undefined {
  const text = expressionText(expression)
  const root = parseFeel(text).firstChild
  if (!root || root.nextSibling) return undefined
  if (key === 'x-value') return readSetting(root, text)
  const inverse = key === 'x-visible' ? calledWith(root, text, 'not') : undefined
  const condition = inverse?.length === 1 && inverse[0] ? inverse[0] : root
  const kind = { 'x-visible': inverse ? 'hide' : 'show', required: 'require', 'x-read-only': 'lock' }[key] as 'show'
  return ruleOf(condition, text, { kind })
}

function readSetting(root: SyntaxNode, text: string): Rule | undefined {
  const [first, ...others] = readBranches(root, text) ?? []
  const last = lastOf(root)
  if (!first || !last) return undefined
  const { conditions, join, value } = first
  const otherwise = last.name === 'null' ? undefined : literal(last, text)
  if (last.name !== 'null' && otherwise === undefined) return undefined
  const action: Action = {
    kind: 'set',
    value,
    ...(others.length > 0 && { others }),
    ...(otherwise !== undefined && { otherwise }),
  }
  return { conditions, join, action }
}

/** `if a then 1 else if b then 2 else …`: each condition with its value. */
function readBranches(node: SyntaxNode, text: string): Branch[] | undefined {
  if (node.name !== 'IfExpression') return undefined
  const [, condition, , value, , otherwise] = children(node)
  const set = value && literal(value, text)
  const said = condition && set !== undefined ? ruleOf(condition, text, { kind: 'set', value: set }) : undefined
  if (!said || !otherwise || set === undefined) return undefined
  const own: Branch = { conditions: said.conditions, join: said.join, value: set }
  if (otherwise.name !== 'IfExpression') return [own]
  const others = readBranches(otherwise, text)
  return others && [own, ...others]
}

/** What stands after the last `else`. */
function lastOf(node: SyntaxNode): SyntaxNode | undefined {
  const otherwise = children(node)[5]
  return otherwise?.name === 'IfExpression' ? lastOf(otherwise) : otherwise
}

function ruleOf(node: SyntaxNode, text: string, action: Action): Rule | undefined {
  const single = readCondition(node, text)
  if (single) return { conditions: [single], join: 'and', action }
  const join = { Conjunction: 'and', Disjunction: 'or' }[node.name] as Rule['join'] | undefined
  if (!join) return undefined
  const conditions = operands(node, node.name).map((operand) => readTerm(operand, node.name, text))
  return conditions.every((one) => one !== undefined) ? { conditions, join, action } : undefined
}

/** A condition; or several joined by the other word, in brackets or not: `and` binds closer than `or`. */
function readTerm(node: SyntaxNode, around: string, text: string): Term | undefined {
  const single = readCondition(node, text)
  if (single) return single
  const inner = node.name === 'ParenthesizedExpression' ? children(node).find(isJoined) : node
  if (!inner || !isJoined(inner) || inner.name === around) return undefined
  const bracket = operands(inner, inner.name).map((operand) => readCondition(operand, text))
  return bracket.every((one) => one !== undefined) ? { bracket } : undefined
}

function isJoined({ name }: SyntaxNode): boolean {
  return name === 'Conjunction' || name === 'Disjunction'
}

/** `a and b and c` is a tree that leans to the left; its leaves in order. */
function operands(node: SyntaxNode, name: string): SyntaxNode[] {
  return children(node)
    .filter((child) => child.name !== 'and' && child.name !== 'or')
    .flatMap((child) => (child.name === name ? operands(child, name) : [child]))
}

function readCondition(node: SyntaxNode, text: string): Condition | undefined {
  const emptiness = readEmptiness(node, text)
  if (emptiness) return emptiness
  for (const name of ['contains', 'list contains']) {
    const [target, value] = calledWith(node, text, name) ?? []
    const field = target && fieldName(target, text)
    const set = value && literal(value, text)
    if (field !== undefined && set !== undefined) return { field, test: 'contains', value: set }
  }
  return compared(node, text)
}

/** `(a = null or a = "")`, `(a != null and a != "")`. */
function readEmptiness(node: SyntaxNode, text: string): Condition | undefined {
  if (node.name !== 'ParenthesizedExpression') return undefined
  const inner = children(node).find(isJoined)
  if (!inner) return undefined
  const [first, second, more] = operands(inner, inner.name).map((operand) => compared(operand, text))
  if (!first || !second || more || first.field !== second.field || second.value !== '') return undefined
  const isEmpty = inner.name === 'Disjunction' && first.test === 'empty' && second.test === 'is'
  const isNotEmpty = inner.name === 'Conjunction' && first.test === 'notEmpty' && second.test === 'isNot'
  return isEmpty || isNotEmpty ? { field: first.field, test: first.test } : undefined
}

const TEST_OF: Record<string, Test> = { '=': 'is', '!=': 'isNot', '>': 'greater', '<': 'less' }

function compared(node: SyntaxNode, text: string): Condition | undefined {
  const [target, operator, value, more] = children(node)
  if (node.name !== 'Comparison' || !target || !operator || !value || more) return undefined
  const field = fieldName(target, text)
  const test = TEST_OF[textOf(operator, text)]
  if (field === undefined || !test) return undefined
  if (value.name === 'null') {
    if (test === 'is') return { field, test: 'empty' }
    return test === 'isNot' ? { field, test: 'notEmpty' } : undefined
  }
  const set = literal(value, text)
  return set === undefined ? undefined : { field, test, value: set }
}

/** Arguments of a call of that function. */
function calledWith(node: SyntaxNode, text: string, name: string): SyntaxNode[] | undefined {
  if (node.name !== 'FunctionInvocation') return undefined
  const [called, , parameters] = children(node)
  if (!called || textOf(called, text) !== name || parameters?.name !== 'PositionalParameters') return undefined
  return children(parameters).filter((child) => child.name !== ',')
}

function fieldName(node: SyntaxNode, text: string): string | undefined {
  if (node.name === 'VariableName') return textOf(node, text)
  if (node.name !== 'PathExpression') return undefined
  const [target, , name] = children(node)
  return target?.name === 'VariableName' && name ? `${textOf(target, text)}.${textOf(name, text)}` : undefined
}

function literal(node: SyntaxNode, text: string): RuleValue | undefined {
  const own = textOf(node, text)
  switch (node.name) {
    case 'StringLiteral':
      return parsedString(own)
    case 'NumericLiteral':
      return Number(own)
    case 'ArithmeticExpression':
      return /^-\s*[\d.]+$/.test(own) ? Number(own.replace(/\s/g, '')) : undefined
    case 'BooleanLiteral':
      return own === 'true'
    default:
      return undefined
  }
}

function parsedString(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}

function children(node: SyntaxNode): SyntaxNode[] {
  const list: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) list.push(child)
  return list
}

function textOf(node: SyntaxNode, text: string): string {
  return text.slice(node.from, node.to).trim()
}
