import type { SyntaxNode } from '@lezer/common'
import { parts } from '../syntax.ts'

/**
 * What is known of a value from how it is written; it decides what `list[…]` means. `test` is asked of every item; `number`, `boolean` and
 * `any` choose by position, all or none; `string` chooses equal items; everything else chooses nothing.
 */
export type Kind = 'test' | 'number' | 'boolean' | 'string' | 'any' | 'nil' | 'date' | 'untold'

const KINDS: Record<string, Kind> = {
  Comparison: 'test',
  Conjunction: 'test',
  Disjunction: 'test',
  InstanceOfExpression: 'test',
  QuantifiedExpression: 'test',
  SimplePositiveUnaryTest: 'test',
  Interval: 'test',
  NumericLiteral: 'number',
  BooleanLiteral: 'boolean',
  StringLiteral: 'string',
  VariableName: 'any',
  PathExpression: 'any',
  FilterExpression: 'any',
  FunctionInvocation: 'any',
  DateTimeLiteral: 'date',
  null: 'nil',
}

export function kindOf(node: SyntaxNode): Kind {
  const children = parts(node)
  switch (node.name) {
    case 'ParenthesizedExpression':
      return kindOfAll(children.slice(1, 2))
    case 'IfExpression':
      return kindOfAll([children[3], children[5]])
    case 'ArithmeticExpression':
      return kindOfAll(children.filter((part) => part.name !== 'ArithOp'))
    default:
      return KINDS[node.name] ?? 'untold'
  }
}

/** The kind all have, else `any`. */
function kindOfAll(nodes: ReadonlyArray<SyntaxNode | undefined>): Kind {
  const kinds = new Set(nodes.flatMap((node) => (node ? [kindOf(node)] : [])))
  const [kind = 'untold'] = kinds
  return kinds.size > 1 ? 'any' : kind
}
