const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/** An ISO 8601 duration in its parts. */
export interface Duration {
  months: number
  days: number
  ms: number
}

/** @returns undefined when the text is no duration: `P3Y`, `P1Y6M`, `P5D`, `PT4H` */
export function parseDuration(text: string): Duration | undefined {
  const match = DURATION.exec(text)
  if (!match || text === 'P' || text.endsWith('T')) return undefined
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0))
  return { months: years * 12 + months, days: weeks * 7 + days, ms: ((hours * 60 + minutes) * 60 + seconds) * 1000 }
}

/** The day from which a duration leads to `date`: a year before 2026-03-18 is 2025-03-18. */
export function dayBefore(date: string, { months, days }: Duration): string {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, lastOfMonth) - days)).toISOString().slice(0, 10)
}

/** The last day of a validity that begins on `date`: three years from 2026-03-18 is 2029-03-17. */
export function lastDay(date: string, { months, days }: Duration): string {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  const end = new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth) + days - 1))
  return end.toISOString().slice(0, 10)
}
