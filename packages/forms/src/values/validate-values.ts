import type { FormDefinition, FormValues } from '../schema/form-definition.ts'
import { createValuesCheck, type ValidatedValues, type ValidateOptions } from './values-check.ts'

/** Checks all values of a form by walking its schema; no Formily form is built. */
export function validateValues(
  form: FormDefinition,
  values: FormValues,
  options: ValidateOptions = {},
): ValidatedValues {
  return createValuesCheck(form)(values, options)
}
