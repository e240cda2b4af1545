import { createContext, useContext } from 'react'
import type { FormDefinition } from '../schema/form-definition.ts'
import type { ValuePath } from './fields/field-description.ts'
import type { Revealers } from './focus-path.ts'
import type { FormHighlights } from './form-highlights.ts'
import type { FormServices } from './form-services.ts'
import type { FormModel } from './model/form-model.ts'

/** How a form is laid out at this moment. */
export type ShownLayout = 'paper' | 'stack'

/** What the parts of one form share. */
export interface FormViewState {
  definition: FormDefinition
  model: FormModel
  services: FormServices
  highlights: FormHighlights
  layout: ShownLayout
  /** Whether the whole form is being filled, as opposed to a few fields in a review, or none. */
  filling: boolean
  /** Puts the focus on a value, wherever it is. */
  focus: (path: ValuePath) => void
  revealers: Revealers
  /** Prefix of element ids: several forms may stand on one page. */
  idPrefix: string
}

export const FormViewContext = createContext<FormViewState | undefined>(undefined)

/** The form around a component. */
export function useFormView(): FormViewState {
  const state = useContext(FormViewContext)
  if (!state) throw new Error('A field of Zhupi stands outside FormView')
  return state
}
