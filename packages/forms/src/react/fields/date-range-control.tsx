import { DatePicker as AntDatePicker } from 'antd'
import { datePrecision } from '../../components/date-picker.ts'
import { ariaProps, type ControlProps } from './field-description.ts'
import { toDayjs, toIso, typedFormats } from './picker-date.ts'

/** Two dates in one box. */
export function DateRangeControl(props: ControlProps) {
  const precision = datePrecision(props.schema)
  const [from, to] = Array.isArray(props.value) ? props.value : []
  return (
    <AntDatePicker.RangePicker
      {...ariaProps(props)}
      id={{ start: props.id, end: `${props.id}-end` }}
      picker={precision}
      format={typedFormats(props.schema, precision)}
      value={[toDayjs(from), toDayjs(to)]}
      onChange={(dates) => props.onChange(dates ? dates.map((date) => toIso(date, precision)) : undefined)}
      onBlur={props.onBlur}
      disabled={props.disabled}
      allowClear={!props.required}
      placeholder={['起', '止']}
    />
  )
}
