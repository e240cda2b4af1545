import { addDays, chinaDate, startOfChinaDay } from '../services/china-date.ts'
import { parseDuration } from '../services/iso-duration.ts'
import type { WorkCalendar } from './work-calendar.ts'

const DAY_MS = 86_400_000

/**
 * When something that came at `receivedAt` is due.
 *
 * With days (`P5D`) it is due when the last of them ends in China; on a calendar of working days only those count. With hours (`PT4H`) it is due that much later.
 *
 * @param calendar undefined: every day counts
 * @returns undefined when the duration cannot be read
 */
export function dueDate(receivedAt: string, after: string, calendar: WorkCalendar | undefined): string | undefined {
  const duration = parseDuration(after)
  if (!duration) return undefined
  const { months, days, ms } = duration
  if (months === 0 && days === 0) return new Date(Date.parse(receivedAt) + ms).toISOString()
  const received = chinaDate(receivedAt)
  const counted = months === 0 ? received : addMonths(received, months)
  const last = calendar ? addWorkdays(calendar, counted, days) : addDays(counted, days)
  return new Date(Date.parse(startOfChinaDay(last)) + DAY_MS - 1000 + ms).toISOString()
}

function addWorkdays(calendar: WorkCalendar, date: string, days: number): string {
  let day = date
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (calendar.isWorkday(day)) left -= 1
  }
  return day
}

function addMonths(date: string, months: number): string {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth))).toISOString().slice(0, 10)
}
