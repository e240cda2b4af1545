import { FormError } from '../errors.ts'

/** An operation that FEEL leaves undefined for the whole expression, as comparing a number with a list by `<`. */
export class FeelFailure extends Error {}

/** @throws FeelFailure always */
export function fail(reason: string): never {
  throw new FeelFailure(reason)
}

/** @throws FormError `EXPRESSION_TOO_COSTLY` always */
export function tooCostly(reason: string): never {
  throw new FormError('EXPRESSION_TOO_COSTLY', {
    issues: [{ code: 'EXPRESSION_TOO_COSTLY', path: [], message: reason }],
  })
}
