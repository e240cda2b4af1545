import { dayNumber } from './format-instant.ts'

export type DueGroup = 'overdue' | 'today' | 'soon' | 'later'

/** Days that still count as soon (三日内). */
const SOON_DAYS = 3

/** The heap a task lies on. `dueAt` null: without a deadline. */
export function dueGroup(dueAt: string | null, now: number): DueGroup {
  if (dueAt === null) return 'later'
  if (Date.parse(dueAt) < now) return 'overdue'
  const days = dayNumber(dueAt) - dayNumber(now)
  if (days === 0) return 'today'
  return days <= SOON_DAYS ? 'soon' : 'later'
}

/** How far a deadline is: whole days beyond one day, working days where its step counts those, else hours and minutes. */
export type DueDistance =
  | { kind: 'none' }
  | { kind: 'overdueDays' | 'daysLeft' | 'overdueWorkdays' | 'workdaysLeft'; days: number }
  | { kind: 'overdueHours' | 'hoursLeft'; hours: number; minutes: number }

/** @param workdays to the deadline, negative where it has passed; null: every day counts */
export function dueDistance(dueAt: string | null, now: number, workdays: number | null = null): DueDistance {
  if (dueAt === null) return { kind: 'none' }
  const at = Date.parse(dueAt)
  const days = dayNumber(at) - dayNumber(now)
  // A deadline that has passed over a weekend is overdue by no working day: then the days are said.
  if (workdays && Math.sign(workdays) === Math.sign(days)) {
    return { kind: days < 0 ? 'overdueWorkdays' : 'workdaysLeft', days: Math.abs(workdays) }
  }
  if (days < 0) return { kind: 'overdueDays', days: -days }
  if (days > 0) return { kind: 'daysLeft', days }
  const minutes = Math.floor(Math.abs(at - now) / 60_000)
  const span = { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
  return at < now ? { kind: 'overdueHours', ...span } : { kind: 'hoursLeft', ...span }
}
