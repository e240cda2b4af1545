import { InputNumber } from 'antd'
import { ariaProps, type ControlProps, type FieldDescription } from './field-description.ts'
import { PlainText } from './plain-text.tsx'

function NumberControl(props: ControlProps) {
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

/** A number; `precision` and the unit `addonAfter` are component props. */
export const numberPicker: FieldDescription = {
  name: 'NumberPicker',
  shape: 'inline',
  Edit: NumberControl,
  Read: PlainText,
}
