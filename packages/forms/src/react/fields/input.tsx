import { Input as AntInput } from 'antd'
import type { InputHTMLAttributes } from 'react'
import { ariaProps, type ControlProps, type FieldDescription } from './field-description.ts'
import { PlainText } from './plain-text.tsx'
import { textValue, valueOfText } from './text-value.ts'

const KEYBOARDS: Record<string, InputHTMLAttributes<HTMLInputElement>['inputMode']> = {
  mobile: 'tel',
  email: 'email',
}

function InputControl(props: ControlProps) {
  const placeholder = props.schema['x-component-props']?.placeholder
  return (
    <AntInput
      {...ariaProps(props)}
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

/** One line of text. */
export const input: FieldDescription = {
  name: 'Input',
  shape: 'inline',
  Edit: InputControl,
  Read: PlainText,
}
