import { DatePicker as AntDatePicker } from 'antd'
import { datePrecision } from '../../components/date-picker.ts'
import { ariaProps, type ControlProps } from './field-description.ts'
import { toDayjs, toIso, typedFormats } from './picker-date.ts'

const PLACEHOLDERS = { year: '年', month: '年月', date: '年月日' } as const

/** A day, a month or a year, chosen or typed. */
export function DateControl(props: ControlProps) {
  const precision = datePrecision(props.schema)
  return (
    <AntDatePicker
      {...ariaProps(props)}
      id={props.id}
      className={`zp-date zp-date--${precision}`}
      picker={precision}
      format={typedFormats(props.schema, precision)}
      value={toDayjs(props.value)}
      onChange={(date) => props.onChange(toIso(date, precision))}
      onBlur={props.onBlur}
      disabled={props.disabled}
      allowClear={!props.required}
      placeholder={PLACEHOLDERS[precision]}
    />
  )
}
