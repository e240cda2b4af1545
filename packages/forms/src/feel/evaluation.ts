import { tooCostly } from './failure.ts'

/** The most steps of one evaluation: parts of an expression times rows, and items of lists made. */
export const MAX_STEPS = 500_000
/** The longest text an expression may make, in characters. */
export const MAX_TEXT = 1_000_000
/** The deepest that functions may call each other. */
export const MAX_CALLS = 100

/*
 * What the running evaluation may still do. An expression of an administrator or a list of a clerk must not stop the server, and
 * counting in one place keeps the closures free of it. Evaluation is synchronous and never calls the host, so there is
 * only ever one.
 */
let steps = 0
let calls = 0
let instant: string | undefined
let moment: unknown

/** Runs one evaluation with a fresh budget; `now` is the instant its clock shows. */
export function evaluation<T>(now: string | undefined, run: () => T): T {
  steps = MAX_STEPS
  calls = MAX_CALLS
  instant = now
  moment = undefined
  return run()
}

/** The instant the host handed in, ISO 8601. */
export function handedNow(): string | undefined {
  return instant
}

/** What `now()` is for the whole evaluation: made once. */
export function sameMoment<T>(make: () => T): T {
  moment ??= make()
  return moment as T
}

/** @throws FormError `EXPRESSION_TOO_COSTLY` when nothing is left */
export function spend(count: number): void {
  steps -= count
  if (!(steps >= 0)) tooCostly('表达式要算的步数太多')
}

/** What a text that is read or made whole costs: whole steps, which count faster than parts of one. */
export function spendText(length: number): void {
  spend(1 + Math.ceil(length / 16))
}

/** Runs a function's body, unless functions call each other too deeply. */
export function call<T>(run: () => T): T {
  if (calls <= 0) tooCostly('表达式里的函数互相调用得太深')
  calls -= 1
  const result = run()
  calls += 1
  return result
}

/** @throws FormError `EXPRESSION_TOO_COSTLY` when a text would be longer than any field may hold */
export function checkText(length: number): void {
  if (length > MAX_TEXT) tooCostly(`表达式得出的文字超过 ${MAX_TEXT} 个字符`)
}
