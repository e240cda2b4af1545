import type { FieldSchema } from '../schema/form-definition.ts'
import { COMMON_PROPS, type ComponentDescription } from './component.ts'
import { chineseDate, type DatePrecision, formatDate, isIsoDate } from './iso-date.ts'
import { readDate } from './read-date.ts'

const SAMPLES: Record<DatePrecision, string> = {
  date: '年月日，如 2024-06-01',
  month: '年月，如 2024-06',
  year: '年，如 2024',
}

/** What a date field asks for: day (default), month or year. */
export function datePrecision(schema: FieldSchema): DatePrecision {
  const picker = schema['x-component-props']?.picker
  return picker === 'month' || picker === 'year' ? picker : 'date'
}

export const datePicker: ComponentDescription = {
  name: 'DatePicker',
  title: '日期',
  types: ['string'],
  value: 'ISO 8601: 2024-06-01, with picker month 2024-06, with picker year 2024',
  props: {
    ...COMMON_PROPS,
    picker: { title: '精确到', type: 'enum', options: ['date', 'month', 'year'] },
    format: { title: '显示格式', type: 'string' },
  },
  print: 'text',
  read: (text, schema) => readDate(text, datePrecision(schema)),
  check: (value, schema) =>
    isIsoDate(value, datePrecision(schema)) ? undefined : `应为${SAMPLES[datePrecision(schema)]}`,
  display(value, schema) {
    const format = schema['x-component-props']?.format
    return typeof format === 'string' ? formatDate(String(value), format) : chineseDate(String(value))
  },
}
