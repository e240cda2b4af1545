import type { SyntaxNode } from '@lezer/common'
import { spend } from '../evaluation.ts'
import { parts } from '../syntax.ts'
import { FeelRange } from '../values/feel-range.ts'
import { rangeItems } from '../values/range-items.ts'
import { type Code, type CompileNode, type Compiling, child, codeOf, type Frame } from './code.ts'
import { nameOf } from './lists.ts'
import { variable } from './names.ts'

/** `for`, `some`, `every` and `if`. Source: DMN 1.5, 10.3.2.14 to 10.3.2.16. */
export const ITERATION: Record<string, CompileNode> = {
  ForExpression(children, compiling) {
    const { rounds, inner, sources } = iterators(child(children, 1), compiling)
    const body = inner.within(variable('partial', inner.names)).code(child(children, children.length - 1))
    return codeOf(
      (at) => {
        const frames = rounds(at)
        if (!frames) return null
        const partial: unknown[] = []
        for (const up of frames) {
          spend(body.size)
          partial.push(body.run({ value: partial, up }))
        }
        return partial
      },
      [body, ...sources],
    )
  },
  QuantifiedExpression(children, compiling) {
    const isEvery = child(children, 0).name === 'every'
    const { rounds, inner, sources } = iterators(child(children, 1), compiling)
    const condition = inner.code(child(children, 3))
    return codeOf(
      (at) => {
        const frames = rounds(at)
        if (!frames) return null
        for (const frame of frames) {
          spend(condition.size)
          if (isTruthy(condition.run(frame)) !== isEvery) return !isEvery
        }
        return isEvery
      },
      [condition, ...sources],
    )
  },
  IterationContext(children, { code }) {
    const start = code(child(children, 0))
    if (!children[2]) return start
    const end = code(children[2])
    return codeOf(
      (at) => {
        const [from, to] = [start.run(at), end.run(at)]
        // As in feelin, a range in an iteration that ends at 0 is none.
        return to ? new FeelRange(from, to, from !== null, true) : from
      },
      [start, end],
    )
  },
  IfExpression(children, { code }) {
    const condition = code(child(children, 1))
    const then = code(child(children, 3))
    const otherwise = children[5] && code(children[5])
    return codeOf(
      (at) => (isTruthy(condition.run(at)) ? then.run(at) : otherwise ? otherwise.run(at) : null),
      [condition, then, ...(otherwise ? [otherwise] : [])],
    )
  },
}

interface Iterators {
  /** A frame for every combination, in order; null when something iterated over is no list. */
  rounds(at: Frame): Frame[] | null
  inner: Compiling
  sources: Code[]
}

function iterators(node: SyntaxNode, compiling: Compiling): Iterators {
  let inner = compiling
  const sources: Code[] = []
  for (const iterator of parts(node)) {
    const [name, , source] = parts(iterator)
    if (!name || !source) continue
    sources.push(inner.code(source))
    inner = inner.within(variable(nameOf(inner.text(name)), inner.names))
  }
  return { rounds: (at) => combinations(at, sources), inner, sources }
}

function combinations(at: Frame, sources: Code[]): Frame[] | null {
  let frames: Frame[] = [at]
  for (const source of sources) {
    const next: Frame[] = []
    for (const up of frames) {
      spend(source.size)
      const values = itemsOf(source.run(up))
      if (!values) return null
      spend(values.length * 2)
      for (const value of values) next.push({ value: value ?? null, up })
    }
    frames = next
  }
  return frames
}

function itemsOf(value: unknown): unknown[] | null {
  if (value instanceof FeelRange) return rangeItems(value)
  return Array.isArray(value) ? value : null
}

/** Only false and null are not, as in feelin: `if 1 then …` takes `then`. */
function isTruthy(value: unknown): boolean {
  return value !== false && value !== null
}
