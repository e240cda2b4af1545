import type { ComponentDescription } from './component.ts'
import { datePrecision } from './date-picker.ts'
import { chineseDate, isIsoDate } from './iso-date.ts'
import { readDateRange } from './read-date.ts'

export const dateRange: ComponentDescription = {
  name: 'DateRange',
  title: '起止日期',
  types: ['array'],
  value: '[from, to], both ISO 8601 and in order: ["2024-06-01", "2024-06-03"]',
  props: { picker: { title: '精确到', type: 'enum', options: ['date', 'month', 'year'] } },
  print: 'text',
  read: (text, schema) => readDateRange(text, datePrecision(schema)),
  check(value, schema) {
    const precision = datePrecision(schema)
    const [from, to] = Array.isArray(value) ? value : []
    if (!Array.isArray(value) || value.length !== 2 || !isIsoDate(from, precision) || !isIsoDate(to, precision)) {
      return '应为开始和结束两个日期'
    }
    return from <= to ? undefined : '结束日期早于开始日期'
  },
  display: (value) => (Array.isArray(value) ? value.map((day) => chineseDate(String(day))).join('至') : String(value)),
}
