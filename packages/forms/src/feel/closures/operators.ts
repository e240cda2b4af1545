import { checkText, spendText } from '../evaluation.ts'
import { fail } from '../failure.ts'
import { addDurations, FeelDuration } from '../temporal/feel-duration.ts'
import { addToInstant, isInstant, subtractInstants } from '../temporal/instants.ts'
import { type Code, type CompileNode, child, codeOf, constantOf } from './code.ts'

/** Arithmetic and three-valued logic. Source: DMN 1.5, 10.3.2.2 (table 50), 10.3.2.5 (table 55). */
export const OPERATORS: Record<string, CompileNode> = {
  ArithmeticExpression(children, { code, text }) {
    if (children.length === 2) {
      const value = code(child(children, 1))
      return arithmetic(text(child(children, 0)), constantOf(0), value)
    }
    return arithmetic(text(child(children, 1)), code(child(children, 0)), code(child(children, 2)))
  },
  Conjunction: (children, { code }) => logic(code(child(children, 0)), code(child(children, 2)), false),
  Disjunction: (children, { code }) => logic(code(child(children, 0)), code(child(children, 2)), true),
}

/** `and` is decided by a false, `or` by a true, whatever the other side is. */
function logic(left: Code, right: Code, decisive: boolean): Code {
  return codeOf(
    (at) => {
      const a = left.run(at)
      const b = right.run(at)
      if (a === decisive || b === decisive) return decisive
      return a === !decisive && b === !decisive ? !decisive : null
    },
    [left, right],
  )
}

function arithmetic(operator: string, left: Code, right: Code): Code {
  const operate = operation(operator)
  const [a, b] = [left.run, right.run]
  return codeOf((at) => operate(a(at), b(at)), [left, right])
}

type Operate = (a: unknown, b: unknown) => unknown

function operation(operator: string): Operate {
  switch (operator) {
    case '+':
      return (a, b) => (typeof a === 'number' && typeof b === 'number' ? a + b : add(a, b))
    case '-':
      return (a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : subtract(a, b))
    case '*':
      return numeric((a, b) => a * b)
    case '/':
      return numeric((a, b) => (b === 0 || Number.isNaN(b) ? null : a / b))
    default:
      return numeric((a, b) => a ** b)
  }
}

/** Dates and durations have no such operation: for them it is not a number, as in feelin. */
function numeric(operate: (a: number, b: number) => number | null): Operate {
  return (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return operate(a, b)
    return isTemporal(a) && isTemporal(b) ? fail('arithmetic with dates') : null
  }
}

function isTemporal(value: unknown): boolean {
  return isInstant(value) || value instanceof FeelDuration
}

function add(a: unknown, b: unknown): unknown {
  if (typeof a === 'string' && typeof b === 'string') {
    checkText(a.length + b.length)
    spendText(a.length + b.length)
    return a + b
  }
  if (isInstant(a) && b instanceof FeelDuration) return addToInstant(a, b)
  if (isInstant(b) && a instanceof FeelDuration) return addToInstant(b, a)
  return a instanceof FeelDuration && b instanceof FeelDuration ? addDurations(a, b, 1) : null
}

function subtract(a: unknown, b: unknown): unknown {
  if (isInstant(a)) {
    if (b instanceof FeelDuration) return addToInstant(a, b.negated())
    return isInstant(b) ? subtractInstants(a, b) : null
  }
  if (!(a instanceof FeelDuration)) return null
  if (isInstant(b)) return fail('a duration less a date')
  return b instanceof FeelDuration ? addDurations(a, b, -1) : null
}
