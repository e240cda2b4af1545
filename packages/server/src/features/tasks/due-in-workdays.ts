import type { DueRule } from '@zhupi/flows'
import type { WorkCalendar } from '../../calendar/work-calendar.ts'
import { workdaysBetween } from '../../calendar/workdays-between.ts'

/** Working days from now to a deadline; null where its step counts every day, or hours. */
export function dueInWorkdays(
  calendar: WorkCalendar,
  rule: DueRule | undefined,
  dueAt: string | null,
  now: string,
): number | null {
  if (dueAt === null || rule?.calendar !== 'work') return null
  return workdaysBetween(calendar, now, dueAt)
}
