import type { ComponentType } from 'react'
import type { FieldSchema } from '../../schema/form-definition.ts'
import type { Issue } from '../../schema/issue.ts'

/** Place of a value by keys and row numbers: `['明细', 0, '金额']`. */
export type ValuePath = ReadonlyArray<string | number>

/** What the editing component of a field receives. Values are JSON: a date is an ISO string, a file its record. */
export interface ControlProps {
  /** Goes on the element that takes the focus, so that labels and summaries of errors can point to it. */
  id: string
  /** The accessible name. */
  label: string
  value: unknown
  onChange: (value: unknown) => void
  onBlur: () => void
  schema: FieldSchema
  path: ValuePath
  disabled: boolean
  required: boolean
  /** What is wrong with or below this value and may be shown now. */
  issues: readonly Issue[]
  /** Id of the message under the control, when there is one. */
  describedBy: string | undefined
}

/** What the reading component of a field receives. */
export interface ReadProps {
  label: string
  value: unknown
  schema: FieldSchema
  path: ValuePath
}

/** The looks of one component; what it means and which values it takes is in `components/`, under the same name. */
export interface FieldDescription {
  /** Value of `x-component`. */
  name: string
  /** `inline` stands in the middle of a paper cell; `block` fills it from the top left and folds on a phone. */
  shape: 'inline' | 'block'
  Edit: ComponentType<ControlProps>
  Read: ComponentType<ReadProps>
}

/** The ARIA properties that every control puts on its focusable element. */
export function ariaProps({ label, required, issues, describedBy }: ControlProps) {
  return {
    'aria-label': label,
    'aria-required': required || undefined,
    'aria-invalid': issues.length > 0 || undefined,
    'aria-describedby': describedBy,
  }
}
