import { Select as AntSelect } from 'antd'
import { useFormView } from '../form-view-context.ts'
import type { ControlProps, FieldDescription } from './field-description.ts'
import { listedOptions } from './options.ts'
import { PlainText } from './plain-text.tsx'
import { useInputAria } from './use-input-aria.ts'

/** Lists longer than this are searched by typing. */
const SEARCHABLE_FROM = 12

function SelectControl(props: ControlProps) {
  useInputAria(props)
  const { definition } = useFormView()
  const options = listedOptions(props.schema, definition)
  const multiple = props.schema.type === 'array'
  return (
    <AntSelect
      id={props.id}
      mode={multiple ? 'multiple' : undefined}
      value={props.value ?? undefined}
      onChange={(value) => props.onChange(value)}
      onBlur={props.onBlur}
      disabled={props.disabled}
      options={options}
      showSearch={multiple || options.length > SEARCHABLE_FROM}
      optionFilterProp="label"
      allowClear={!props.required}
      popupMatchSelectWidth={false}
      placeholder="请选择"
    />
  )
}

/** One of a list, or several when the type is `array`. */
export const select: FieldDescription = {
  name: 'Select',
  shape: 'inline',
  Edit: SelectControl,
  Read: PlainText,
}
