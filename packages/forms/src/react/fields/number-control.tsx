import { InputNumber } from 'antd'
import { ariaProps, type ControlProps } from './field-description.ts'

/** A number in digits. */
export function NumberControl(props: ControlProps) {
  const { precision, addonAfter } = props.schema['x-component-props'] ?? {}
  return (
    <InputNumber
      {...ariaProps(props)}
      id={props.id}
      value={typeof props.value === 'number' ? props.value : null}
      onChange={(value) => props.onChange(value ?? undefined)}
      onBlur={props.onBlur}
      disabled={props.disabled}
      precision={typeof precision === 'number' ? precision : undefined}
      suffix={typeof addonAfter === 'string' ? addonAfter : undefined}
      controls={false}
      inputMode="decimal"
    />
  )
}
