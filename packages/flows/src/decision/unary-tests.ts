import { partsOf, replaceMark, splitTests } from './split-tests.ts'

/**
 * The unary tests of a cell as one FEEL expression that is true when the value satisfies one of them; undefined for `-`
 * and an empty cell, which every value satisfies.
 *
 * A test is a comparison (`< 5`), a range, a value, a list of values, an expression over the value as `?`, or `not(…)`
 * around several.
 *
 * @param value FEEL that gives the value
 * @throws FlowError `DECISION_INVALID` with `text`
 * Source: DMN 1.3, clause 7.3.14 (Unary Tests), and 10.3.1.2, grammar rules 7 to 17.
 */
export function translateTests(text: string, value: string): string | undefined {
  const tests = text.trim()
  if (tests === '' || tests === '-') return undefined
  const parts = splitTests(tests)
  // `not(a) and not(b)` begins and ends like a negation and is none.
  const negated = partsOf(/^not\s*\(([\s\S]*)\)$/.exec(tests)?.[1] ?? ')')
  return negated ? `not(${anyOf(negated, value)})` : anyOf(parts, value)
}

function anyOf(tests: readonly string[], value: string): string {
  return tests.map((test) => `(${translateTest(test, value)})`).join(' or ')
}

function translateTest(test: string, value: string): string {
  const asked = replaceMark(test, `(${value})`)
  if (asked !== test) return asked
  const comparison = /^(?:<=|>=|<|>|!=|=)/.exec(test)
  if (comparison) return `(${value}) ${test}`
  if (test === 'null') return `(${value}) = null`
  // A list of values may be asked for one of them, or be the very value.
  if (/^\[[^.]*\]$/.test(test)) return `((${value}) in (${test})) or ((${value}) = ${test})`
  return `(${value}) in (${test})`
}
