import type { AccessMap } from '../../access/access.ts'
import { isRefused } from '../../paper/edit/index.ts'
import type { FormDefinition } from '../../schema/form-definition.ts'
import type { Refusing } from './refusal.ts'

/** A step of a flow that shows the form, and what it may do with it. */
export interface StepAccess {
  /** Key of the flow. */
  flow: string
  /** Id of the user task. */
  element: string
  title: string
  access: AccessMap
}

/** What the designer edits: the form, and the access of the steps that use it. Immutable. */
export interface Draft {
  form: FormDefinition
  steps: readonly StepAccess[]
}

/** One edit: a new draft, or why it cannot be done. */
export type Edit = (draft: Draft) => Draft | Refusing

/** An edit of the form alone. */
export type FormEdit = (form: FormDefinition) => FormDefinition | Refusing

export function onForm(edit: FormEdit): Edit {
  return (draft) => {
    const form = edit(draft.form)
    if (isRefused(form)) return form
    return form === draft.form ? draft : { ...draft, form }
  }
}
