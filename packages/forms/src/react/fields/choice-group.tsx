import type { ReactNode } from 'react'
import { ariaProps, type ControlProps } from './field-description.ts'
import { onLeave } from './on-leave.ts'

interface ChoiceGroupProps {
  control: ControlProps
  /** Whether several may be chosen. */
  several: boolean
  className?: string
  children: ReactNode
}

/** The boxes or circles of one field, named together. */
export function ChoiceGroup({ control, several, className, children }: ChoiceGroupProps) {
  const { 'aria-required': required, 'aria-invalid': invalid, ...naming } = ariaProps(control)
  const common = { ...naming, id: control.id, className, onBlur: onLeave(control.onBlur) }
  if (several) return <fieldset {...common}>{children}</fieldset>
  return (
    <div {...common} role="radiogroup" aria-required={required} aria-invalid={invalid}>
      {children}
    </div>
  )
}
