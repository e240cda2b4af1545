import type { Dayjs } from 'dayjs'
import dayjs from 'dayjs'
import type { DatePrecision } from '../../components/iso-date.ts'
import type { FieldSchema } from '../../schema/form-definition.ts'

const STORED: Record<DatePrecision, string> = { year: 'YYYY', month: 'YYYY-MM', date: 'YYYY-MM-DD' }

const TYPED: Record<DatePrecision, string[]> = {
  year: ['YYYY年', 'YYYY'],
  month: ['YYYY年M月', 'YYYY-MM', 'YYYY.MM', 'YYYY.M', 'YYYY-M', 'YYYYMM', 'YYYY/MM', 'YYYY/M'],
  date: ['YYYY.MM.DD', 'YYYY-MM-DD', 'YYYYMMDD', 'YYYY/MM/DD', 'YYYY年M月D日', 'YYYY.M.D', 'YYYY-M-D', 'YYYY/M/D'],
}

/** How a picker shows a date (first; the schema may say), and what else may be typed. */
export function typedFormats(schema: FieldSchema, precision: DatePrecision): string[] {
  const format = schema['x-component-props']?.format
  return typeof format === 'string' ? [format, ...TYPED[precision]] : TYPED[precision]
}

/** The stored string as the picker's date; nothing when it is no date. */
export function toDayjs(value: unknown): Dayjs | null {
  if (typeof value !== 'string' || value === '') return null
  const date = dayjs(value)
  return date.isValid() ? date : null
}

/** The picker's date as the stored ISO 8601 string of that precision. */
export function toIso(date: Dayjs | null, precision: DatePrecision): string | undefined {
  return date ? date.format(STORED[precision]) : undefined
}
