import { type CompiledExpression, chinaDay, compile } from '../feel/index.ts'
import type { FormValues } from '../schema/form-definition.ts'
import { equalValues } from './equal-values.ts'
import { lookUp, root, type Scope, valueAt } from './scope.ts'

/** An expression of a form, and everything its answer is made of. */
export interface Question {
  compiled: CompiledExpression
  /** Names of values it reads from the form, innermost level first. */
  names: readonly string[]
  /** Paths that Formily hands over as `$deps`; absent when it does not read them. */
  deps?: readonly string[]
  readsSelf: boolean
  clock: ClockReading
}

/** How closely an expression looks at the clock: by `today()` or by `now()`. */
export type ClockReading = 'none' | 'day' | 'instant'

/** What a question was answered with, and what that was made of. */
export interface Answer {
  inputs: readonly unknown[]
  result: unknown
}

/** Where a question is asked. */
export interface Asking {
  scope: Scope
  /** The value of the field it is about. */
  self: unknown
  /** The instant of `now()` and `today()`, ISO 8601. */
  now: string
}

/** @param deps `dependencies` of the reaction the expression belongs to */
export function question(expression: string, deps?: readonly string[]): Question {
  const compiled = compile(expression)
  const reads = new Set(compiled.reads)
  return {
    compiled,
    names: compiled.reads.filter((name) => !name.startsWith('$')),
    readsSelf: reads.has('$self'),
    clock: reads.has('now') ? 'instant' : reads.has('today') ? 'day' : 'none',
    ...(deps && reads.has('$deps') ? { deps } : {}),
  }
}

/** Names of the values a question reads. */
export function namesRead({ names, deps = [] }: Question): string[] {
  return [...names, ...deps.map(root)]
}

/** Asks, unless everything the answer is made of is as it was. An expression that cannot be read is answered by null. */
export function ask(question: Question, asking: Asking, previous?: Answer): Answer {
  const inputs = inputsOf(question, asking)
  if (previous && sameInputs(previous.inputs, inputs)) return previous
  const result = question.compiled.issues.length > 0 ? null : evaluate(question, inputs, asking.now)
  return { inputs, result: previous && equalValues(previous.result, result) ? previous.result : result }
}

function inputsOf({ names, deps, readsSelf, clock }: Question, { scope, self, now }: Asking): unknown[] {
  const inputs: unknown[] = []
  for (const name of names) inputs.push(lookUp(scope, name))
  if (readsSelf) inputs.push(self)
  for (const path of deps ?? []) inputs.push(valueAt(scope, path))
  if (clock !== 'none') inputs.push(clockInput(clock, now))
  return inputs
}

function evaluate({ compiled, names, deps, readsSelf }: Question, inputs: unknown[], now: string): unknown {
  const scope: FormValues = {}
  let at = 0
  for (const name of names) {
    const value = inputs[at++]
    if (value !== undefined) scope[name] = value
  }
  if (readsSelf) scope.$self = { value: inputs[at++] }
  if (deps) scope.$deps = inputs.slice(at, at + deps.length)
  return compiled.evaluate(scope, { now })
}

/** What of an instant is seen by who looks that closely. */
export function clockInput(clock: ClockReading, now: string): unknown {
  switch (clock) {
    case 'none':
      return undefined
    case 'day':
      return chinaDay(now)
    case 'instant':
      return now
  }
}

/** Whether two lists hold the same values: an object is the same as itself only. */
export function sameInputs(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) if (!Object.is(a[index], b[index])) return false
  return true
}
