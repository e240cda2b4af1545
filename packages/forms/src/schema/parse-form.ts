import { FormError } from '../errors.ts'
import { checkForm } from './check-form.ts'
import type { FormDefinition } from './form-definition.ts'

/**
 * A form file as a frozen form that is safe to render, store and evaluate.
 *
 * @param input the JSON of a form file, parsed
 * @throws FormError `FORM_INVALID` with every issue found and its path; nothing is half-loaded
 */
export function parseForm(input: unknown): FormDefinition {
  const issues = checkForm(input)
  if (issues.length > 0) throw new FormError('FORM_INVALID', { issues })
  // checkForm has gone through every node: a copy of the JSON is what the type says.
  return freeze(structuredClone(input) as FormDefinition)
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) freeze(inner)
    Object.freeze(value)
  }
  return value
}
