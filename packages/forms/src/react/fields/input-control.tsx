import type { InputHTMLAttributes } from 'react'
import { ariaProps, type ControlProps } from './field-description.ts'
import { textValue, valueOfText } from './text-value.ts'

const KEYBOARDS: Record<string, InputHTMLAttributes<HTMLInputElement>['inputMode']> = {
  mobile: 'tel',
  email: 'email',
}

/** One line of text. */
export function InputControl(props: ControlProps) {
  const placeholder = props.schema['x-component-props']?.placeholder
  return (
    <input
      {...ariaProps(props)}
      type="text"
      className="zp-input"
      id={props.id}
      value={textValue(props.value)}
      onChange={(event) => props.onChange(valueOfText(event.target.value))}
      onBlur={props.onBlur}
      disabled={props.disabled}
      inputMode={KEYBOARDS[props.schema['x-format'] ?? '']}
      placeholder={typeof placeholder === 'string' ? placeholder : undefined}
      autoComplete="off"
    />
  )
}
