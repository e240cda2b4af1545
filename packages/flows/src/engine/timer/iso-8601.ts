/** The part of ISO 8601 that timers use: instants, durations and repeated durations. All arithmetic is in UTC. */

interface Duration {
  sign: 1 | -1
  months: number
  ms: number
}

const DURATION =
  /^([+-])?P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/
const CYCLE = /^R(\d*)\/(?:([^/]+)\/)?(P[^/]+)$/
const INSTANT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Such as `P1M`, `PT36H`, `P2W`; undefined when it is none. */
function parseDuration(text: string): Duration | undefined {
  const match = DURATION.exec(text.trim())
  if (!match) return undefined
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(2).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return {
    sign: match[1] === '-' ? -1 : 1,
    months: years * 12 + months,
    ms: (weeks * 7 + days) * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND,
  }
}

/** The instant that lies a duration after another, ISO 8601 UTC; the last of a month stays the last. */
export function addDuration(instant: string, duration: string): string | undefined {
  const parsed = parseDuration(duration)
  const start = Date.parse(instant)
  if (!parsed || Number.isNaN(start)) return undefined
  const { sign, months, ms } = parsed
  return toInstant(addMonths(start, sign * months) + sign * ms)
}

function addMonths(instant: number, months: number): number {
  if (months === 0) return instant
  const date = new Date(instant)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(day, lastDay))
  return date.getTime()
}

/** An instant in UTC; without an offset it is read as UTC. */
export function parseInstant(text: string): string | undefined {
  const trimmed = text.trim()
  if (!INSTANT.test(trimmed)) return undefined
  const zoned = /T/.test(trimmed) && !/(?:Z|[+-]\d\d:?\d\d)$/.test(trimmed) ? `${trimmed}Z` : trimmed
  return toInstant(Date.parse(zoned))
}

/** `R3/PT10M`, `R/P1D`, `R2/2026-01-01T00:00:00Z/P1D`: how often, from when, every how long. */
export function parseCycle(text: string): { times: number; from?: string; every: string } | undefined {
  const match = CYCLE.exec(text.trim())
  const every = match?.[3]
  if (!match || every === undefined || !parseDuration(every)) return undefined
  const from = match[2] === undefined ? undefined : parseInstant(match[2])
  if (match[2] !== undefined && from === undefined) return undefined
  return { times: match[1] === '' ? UNBOUNDED : Number(match[1]), from, every }
}

/** `R/…`: again and again. */
export const UNBOUNDED = -1

function toInstant(ms: number): string | undefined {
  const date = new Date(ms)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
