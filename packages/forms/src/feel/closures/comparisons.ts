import type { SyntaxNode } from '@lezer/common'
import { equals } from '../values/equals.ts'
import { FeelRange, isIn } from '../values/feel-range.ts'
import { type Code, type CompileNode, type Compiling, child, codeOf, type Evaluate } from './code.ts'

/** A test of a value that is written without it: `= 5` in `x in (= 5)`. */
class ValueTest {
  constructor(readonly run: (value: unknown) => unknown) {}
}

/** `=`, `<`, `between`, `in` and the tests that stand alone: `> 5`, `[1..10)`. Source: DMN 1.5, 10.3.2.2, 10.3.2.7. */
export const COMPARISONS: Record<string, CompileNode> = {
  Comparison(children, compiling) {
    switch (child(children, 1).name) {
      case 'in':
        return membership(children, compiling)
      case 'between':
        return between(children, compiling)
      default:
        return comparison(children, compiling)
    }
  },
  PositiveUnaryTest: (children, { code }) => code(child(children, 0)),
  PositiveUnaryTests(children, { code }) {
    const tests = children.map(code)
    return codeOf((at) => tests.map((test) => test.run(at)), [...tests])
  },
  SimplePositiveUnaryTest(children, { code, text }) {
    const first = child(children, 0)
    if (children.length === 1) return code(first)
    const value = code(child(children, 1))
    const make = testOf(text(first))
    return codeOf((at) => make(value.run(at)), [value])
  },
  Interval(children, { code }) {
    const [start, end] = [code(child(children, 1)), code(child(children, 3))]
    const startsIn = child(children, 0).name === '['
    const endsIn = child(children, 4).name === ']'
    return codeOf(
      (at) => {
        const [from, to] = [start.run(at), end.run(at)]
        return new FeelRange(from, to, from !== null && startsIn, to !== null && endsIn)
      },
      [start, end],
    )
  },
}

function testOf(operator: string): (value: unknown) => unknown {
  switch (operator) {
    case '>':
      return (value) => new FeelRange(value, null, false, false)
    case '>=':
      return (value) => new FeelRange(value, null, true, false)
    case '<':
      return (value) => new FeelRange(null, value, false, false)
    case '<=':
      return (value) => new FeelRange(null, value, false, true)
    case '!=':
      return (value) => new ValueTest((other) => opposite(equals(other, value)))
    default:
      return (value) => new ValueTest((other) => equals(other, value))
  }
}

function comparison(children: SyntaxNode[], { code, text }: Compiling): Code {
  const [left, right] = [code(child(children, 0)), code(child(children, 2))]
  const [a, b] = [left.run, right.run]
  return codeOf(compare(text(child(children, 1)), a, b), [left, right])
}

function compare(operator: string, a: Evaluate, b: Evaluate): Evaluate {
  switch (operator) {
    case '=':
      return (at) => same(a(at), b(at))
    case '!=':
      return (at) => opposite(same(a(at), b(at)))
    default:
      return ordered(operator, a, b)
  }
}

function same(a: unknown, b: unknown): boolean | null {
  return typeof a === 'string' && typeof b === 'string' ? a === b : equals(a, b)
}

/** Numbers, by far the most, are compared on the spot. What is none, as a root of -1, is neither less nor greater, as in feelin. */
function ordered(operator: string, a: Evaluate, b: Evaluate): Evaluate {
  const rangeOf = testOf(operator)
  const isLess = operator.startsWith('<')
  const orEqual = operator.endsWith('=')
  return (at) => {
    const left = a(at)
    const right = b(at)
    if (typeof left !== 'number' || typeof right !== 'number') return holds(rangeOf(right), left)
    if (orEqual) return isLess ? !(left > right) : !(left < right)
    return isLess ? left < right : left > right
  }
}

function opposite(value: boolean | null): boolean | null {
  return value === null ? null : !value
}

function between(children: SyntaxNode[], { code }: Compiling): Code {
  const [value, start, end] = [code(child(children, 0)), code(child(children, 2)), code(child(children, 4))]
  return codeOf(
    (at) => {
      const [from, to] = [start.run(at), end.run(at)]
      if (from === null || to === null) return null
      return isIn(new FeelRange(from, to, true, true), value.run(at))
    },
    [value, start, end],
  )
}

function membership(children: SyntaxNode[], { code }: Compiling): Code {
  const value = code(child(children, 0))
  const tests = code(children[3] ?? child(children, 2))
  return codeOf((at) => isAmong(value.run(at), tests.run(at)), [value, tests])
}

/** A test that holds wins; one that cannot be said makes it unknown, but a plain value of another type is just not equal. */
function isAmong(value: unknown, tests: unknown): boolean | null {
  if (tests === null || tests === undefined) return null
  let isUnknown = false
  for (const test of Array.isArray(tests) ? tests : [tests]) {
    const result = holds(test, value)
    if (result === true) return true
    if (result === null && (test instanceof FeelRange || test instanceof ValueTest)) isUnknown = true
  }
  return isUnknown ? null : false
}

/** Whether a test, a range or an equal value holds of a value. */
export function holds(test: unknown, value: unknown): unknown {
  if (test instanceof ValueTest) return test.run(value)
  return test instanceof FeelRange ? isIn(test, value) : equals(test, value)
}

/** What a filter's result says of an item: a test or a range is asked, everything else speaks for itself. */
export function asked(result: unknown, value: unknown): unknown {
  return result instanceof ValueTest || result instanceof FeelRange ? holds(result, value) : result
}
