import { fail } from '../failure.ts'
import { addMonths, civilOf, DAY_SECONDS, dateText, daysOf, MAX_DAYS, weekdayOf } from './calendar.ts'
import { type Clock, clockText, NANOS } from './clock.ts'
import { FeelDuration } from './feel-duration.ts'
import { fixedOffset, offsetAt, offsetAtInstant, type Zone, zoneText } from './zone.ts'

/** A FEEL date and time: `2020-04-06T10:30:00` of no place, or with a zone as a time has it. */
export class FeelDateTime {
  constructor(
    readonly dayNumber: number,
    readonly clock: Clock,
    readonly zone: Zone = null,
  ) {}

  get year(): number {
    return civilOf(this.dayNumber).year
  }
  get month(): number {
    return civilOf(this.dayNumber).month
  }
  get day(): number {
    return civilOf(this.dayNumber).day
  }
  get weekday(): number {
    return weekdayOf(this.dayNumber)
  }
  get hour(): number {
    return Math.floor(this.clock.seconds / 3600)
  }
  get minute(): number {
    return Math.floor((this.clock.seconds % 3600) / 60)
  }
  get second(): number {
    return this.clock.seconds % 60
  }
  get timezone(): Zone {
    return this.zone
  }
  get 'time offset'(): FeelDuration | null {
    return this.zone === null ? null : new FeelDuration(0, offsetAt(this.zone, wallSeconds(this)))
  }

  toString(): string {
    return `${dateText(this.dayNumber)}T${clockText(this.clock)}${zoneText(this.zone)}`
  }

  toJSON(): string {
    return this.toString()
  }
}

/** Seconds its clock shows since 1970-01-01T00:00, whatever the zone. */
export function wallSeconds({ dayNumber, clock }: FeelDateTime): number {
  return dayNumber * DAY_SECONDS + clock.seconds
}

/** Adds months, then days, then time; in a named zone the time is that of the world and not of the clock on the wall. */
export function addToDateTime(from: FeelDateTime, duration: FeelDuration): FeelDateTime {
  const days = laterDay(from.dayNumber, duration.totalMonths) + duration.dayPart
  const nanos = from.clock.nanos + duration.nanos
  const carry = Math.floor(nanos / NANOS)
  const before = days * DAY_SECONDS + from.clock.seconds
  const shift = duration.timePart + carry
  if (from.zone === null || fixedOffset(from.zone) !== undefined) {
    return dateTimeAt(before + shift, nanos - carry * NANOS, from.zone)
  }
  const instant = before - offsetAt(from.zone, before) + shift
  return dateTimeAt(instant + offsetAtInstant(from.zone, instant), nanos - carry * NANOS, from.zone)
}

/** The day some months later. */
export function laterDay(dayNumber: number, months: number): number {
  return months === 0 ? dayNumber : daysOf(addMonths(civilOf(dayNumber), months))
}

/** @param wall seconds since 1970-01-01T00:00 on the clock of the zone */
export function dateTimeAt(wall: number, nanos: number, zone: Zone): FeelDateTime {
  const days = Math.floor(wall / DAY_SECONDS)
  if (!(Math.abs(days) <= MAX_DAYS)) fail('a date out of range')
  return new FeelDateTime(days, { seconds: wall - days * DAY_SECONDS, nanos }, zone)
}
