import type { FormValues } from '@zhupi/forms'
import { walkFields } from '@zhupi/forms'
import { compile } from '@zhupi/forms/feel'
import type { MatterVersion } from '../../app-folder/definition-store.ts'
import type { Actor } from '../../http/actor.ts'
import { personFacts } from '../cases/flow-context.ts'

/** What is filled in before anybody types: the form's defaults, then what the directory knows of the initiator. */
export function prefilled({ matter, form }: MatterVersion, { person, unit }: Actor, at: string): FormValues {
  const values: FormValues = {}
  for (const { path, schema, parent } of walkFields(form)) {
    if (!parent && schema.default !== undefined) values[path] = schema.default
  }
  const scope = { initiator: personFacts(person, unit) }
  for (const [field, expression] of Object.entries(matter.prefill)) {
    const value = compile(expression).evaluate(scope, { now: at })
    if (value !== null && value !== undefined) values[field] = value
  }
  return values
}
