import { Select as AntSelect } from 'antd'
import { useFormView } from '../form-view-context.ts'
import type { ControlProps } from './field-description.ts'
import { listedOptions } from './options.ts'
import { useInputAria } from './use-input-aria.ts'

/** Lists longer than this are searched by typing. */
const SEARCHABLE_FROM = 12

/** A list that opens. */
export function SelectControl(props: ControlProps) {
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
