import { fail } from '../failure.ts'
import { DAY_SECONDS, MAX_DAYS } from './calendar.ts'
import { FeelDate } from './feel-date.ts'
import { addToDateTime, FeelDateTime, laterDay, wallSeconds } from './feel-date-time.ts'
import { durationOf, type FeelDuration } from './feel-duration.ts'
import { addToTime, FeelTime, subtractTimes } from './feel-time.ts'
import { offsetAt } from './zone.ts'

/** A point in time of any of FEEL's three kinds. */
export type Instant = FeelDate | FeelTime | FeelDateTime

export function isInstant(value: unknown): value is Instant {
  return value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDateTime
}

export function isZoned(value: Instant): boolean {
  return !(value instanceof FeelDate) && value.zone !== null
}

/** Milliseconds since 1970-01-01T00:00Z, by which points of one kind are ordered; what has no zone is read as UTC. */
export function comparable(value: Instant): number {
  if (value instanceof FeelDate) return value.dayNumber * DAY_SECONDS * 1000
  const wall = value instanceof FeelTime ? value.clock.seconds : wallSeconds(value)
  const offset = value.zone === null ? 0 : offsetAt(value.zone, wall)
  return (wall - offset) * 1000 + Math.floor(value.clock.nanos / 1_000_000)
}

/** A point some duration later; a date becomes a date and time of UTC when hours are added. */
export function addToInstant(from: Instant, duration: FeelDuration): Instant {
  if (from instanceof FeelTime) return addToTime(from, duration)
  if (from instanceof FeelDateTime) return addToDateTime(from, duration)
  if (duration.timePart !== 0 || Math.trunc(duration.nanos / 1_000_000) !== 0) {
    return addToDateTime(new FeelDateTime(from.dayNumber, { seconds: 0, nanos: 0 }, 'UTC'), duration)
  }
  const day = laterDay(from.dayNumber, duration.totalMonths) + duration.dayPart
  return Math.abs(day) <= MAX_DAYS ? new FeelDate(day) : fail('a date out of range')
}

/** What lies between two points, by what their clocks show. */
export function subtractInstants(a: Instant, b: Instant): FeelDuration {
  if (a instanceof FeelTime && b instanceof FeelTime) return subtractTimes(a, b)
  const [one, other] = [shown(a), shown(b)]
  return durationOf(0, one.wall - other.wall, one.nanos - other.nanos)
}

function shown(value: Instant): { wall: number; nanos: number } {
  if (value instanceof FeelDate) return { wall: value.dayNumber * DAY_SECONDS, nanos: 0 }
  const wall = value instanceof FeelTime ? value.clock.seconds : wallSeconds(value)
  return { wall, nanos: value.clock.nanos }
}
