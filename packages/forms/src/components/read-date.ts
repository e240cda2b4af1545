import type { ReadText } from './component.ts'
import { type DatePrecision, isIsoDate } from './iso-date.ts'

const LENGTHS: Record<DatePrecision, number> = { year: 4, month: 7, date: 10 }
const NAMES: Record<DatePrecision, string> = { year: '年份', month: '年月', date: '日期' }
const DATE = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?(?:\s+0?0:00(?::00)?)?$/
const COMPACT = /^(\d{4})(\d{2})?(\d{2})?$/

/** A date as Excel shows it: 2024/6/1, 2024-06-01, 2024.6, 2024年6月1日, 20240601; a more exact one is cut. */
export function readDate(text: string, precision: DatePrecision): ReadText {
  const bare = text.normalize('NFKC').trim()
  const match = COMPACT.exec(bare) ?? DATE.exec(bare)
  const parts = match?.slice(1).filter((part) => part !== undefined)
  const iso = parts?.map((part, index) => (index === 0 ? part : part.padStart(2, '0'))).join('-')
  const value = iso?.slice(0, LENGTHS[precision])
  return isIsoDate(value, precision) ? { value } : { fault: `不是${NAMES[precision]}` }
}

/** Two dates with 至 or a dash between them. */
export function readDateRange(text: string, precision: DatePrecision): ReadText {
  const ends = text.split(/\s*(?:至|到|~|～|—+|–)\s*|\s+-+\s+/).map((end) => readDate(end, precision))
  const days = ends.flatMap((end) => ('value' in end ? [end.value] : []))
  return ends.length === 2 && days.length === 2 ? { value: days } : { fault: '不是两个日期' }
}
