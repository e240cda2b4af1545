import { addDays, chinaDate } from '../services/china-date.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** Farther than this nobody counts. */
const MOST_DAYS = 800

/** How many working days lie after the day of `from` up to that of `to`, in China; negative where `to` is the earlier one. */
export function workdaysBetween(calendar: WorkCalendar, from: string, to: string): number {
  const [first, last] = from <= to ? [chinaDate(from), chinaDate(to)] : [chinaDate(to), chinaDate(from)]
  let count = 0
  let days = 0
  for (let day = first; day < last && days < MOST_DAYS; days += 1) {
    day = addDays(day, 1)
    if (calendar.isWorkday(day)) count += 1
  }
  return from <= to || count === 0 ? count : -count
}
