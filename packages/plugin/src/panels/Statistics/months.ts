import { momentOf } from '../../time/format-instant.ts'

/** The month in China: `2026-03`. */
export function thisMonth(now: number): string {
  const { year, month } = momentOf(now)
  return `${year}-${String(month).padStart(2, '0')}`
}

/** The first of so many months that end with this one. */
export function monthsUntil(last: string, count: number): string {
  const [year = 1970, month = 1] = last.split('-').map(Number)
  return new Date(Date.UTC(year, month - count, 1)).toISOString().slice(0, 7)
}
