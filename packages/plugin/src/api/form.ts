import type { FormDefinition } from '@zhupi/forms'
import type { Case } from './types.ts'

/** The form of a case or matter. The server has checked the file, so it is what `@zhupi/forms` calls a definition. */
export function formOf(owner: { form: Case['form'] }): FormDefinition {
  return owner.form as unknown as FormDefinition
}
