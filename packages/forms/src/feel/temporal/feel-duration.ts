import { addMonths, civilOf, DAY_SECONDS, daysOf, monthsBetween } from './calendar.ts'
import { fractionText, NANOS, nanosOf } from './clock.ts'

const PATTERN =
  /^(-)?P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:(T)(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,9}))?S)?)?$/
const MAX_MONTHS = 12 * 200_000
const MAX_SECONDS = 2 ** 53

/**
 * A FEEL duration: `P1Y2M` of years and months, or `P2DT3H` of days and time. All parts have the same sign; what mixes both
 * is counted from 1970-01-01.
 *
 * Source: DMN 1.5, 10.3.2.3.7 and 10.3.2.3.8; ISO 8601.
 */
export class FeelDuration {
  /** Whether it is one of years and months. */
  readonly isYearsMonths: boolean
  /** Whole months, years included. */
  readonly totalMonths: number
  /** Seconds besides the months, days included. */
  readonly totalSeconds: number
  readonly nanos: number

  constructor(months: number, seconds: number, nanos = 0, isYearsMonths?: boolean) {
    const balanced = months === 0 ? { months, seconds } : balance(months, seconds)
    this.totalMonths = balanced.months
    this.totalSeconds = balanced.seconds
    this.nanos = nanos
    this.isYearsMonths = isYearsMonths ?? balanced.months !== 0
  }

  get years(): number | null {
    return this.isYearsMonths ? whole(this.totalMonths / 12) : null
  }
  get months(): number | null {
    return this.isYearsMonths ? rest(this.totalMonths, 12) : null
  }
  get days(): number | null {
    return this.isYearsMonths ? null : this.dayPart
  }
  get hours(): number | null {
    return this.isYearsMonths ? null : whole(this.timePart / 3600)
  }
  get minutes(): number | null {
    return this.isYearsMonths ? null : rest(whole(this.timePart / 60), 60)
  }
  get seconds(): number | null {
    return this.isYearsMonths ? null : rest(this.timePart, 60)
  }
  /** Whole days besides the months. */
  get dayPart(): number {
    return whole(this.totalSeconds / DAY_SECONDS)
  }
  /** Seconds besides months and days. */
  get timePart(): number {
    return rest(this.totalSeconds, DAY_SECONDS)
  }

  negated(): FeelDuration {
    return new FeelDuration(0 - this.totalMonths, 0 - this.totalSeconds, 0 - this.nanos, this.isYearsMonths)
  }

  /** Without its sign. */
  absolute(): FeelDuration {
    return this.totalMonths < 0 || this.totalSeconds < 0 || this.nanos < 0 ? this.negated() : this
  }

  /** Milliseconds when counted from 1970-01-01. */
  milliseconds(): number {
    return this.fromAnchor() * 1000 + this.nanos / 1_000_000
  }

  /** Seconds from 1970-01-01. */
  private fromAnchor(): number {
    return monthSeconds(this.totalMonths) + this.totalSeconds
  }

  /** Equal by months when longer than half a year, else by seconds. */
  equals(other: FeelDuration): boolean {
    if (Math.abs(this.fromAnchor()) > 180 * DAY_SECONDS) return Math.trunc(this.inMonths() - other.inMonths()) === 0
    const nanos = (this.nanos - other.nanos) / NANOS
    return Math.trunc(this.fromAnchor() - other.fromAnchor() + nanos) === 0
  }

  private inMonths(): number {
    const end = this.fromAnchor() + this.nanos / NANOS
    const { months } = monthsBetween(ANCHOR, civilOf(whole(end / DAY_SECONDS)))
    const start = monthSeconds(months)
    return months + (end - start) / Math.abs(monthSeconds(months + (end < 0 ? -1 : 1)) - start)
  }

  toString(): string {
    const { totalMonths, totalSeconds, nanos } = this
    if (totalMonths === 0 && totalSeconds === 0 && nanos === 0) return this.isYearsMonths ? 'P0M' : 'PT0S'
    const size = this.absolute()
    const time = size.timePart
    const seconds = time % 60
    const date =
      part(Math.floor(size.totalMonths / 12), 'Y') + part(size.totalMonths % 12, 'M') + part(size.dayPart, 'D')
    const clock =
      part(Math.floor(time / 3600), 'H') +
      part(Math.floor((time % 3600) / 60), 'M') +
      (seconds || size.nanos ? `${seconds}${fractionText(size.nanos)}S` : '')
    return `${size === this ? '' : '-'}P${date}${clock && `T${clock}`}`
  }

  toJSON(): string {
    return this.toString()
  }
}

/** @returns null where the text is no duration of FEEL */
export function parseDuration(text: string): FeelDuration | null {
  const match = PATTERN.exec(text)
  if (!match) return null
  const number = (index: number) => Number(match[index] ?? 0)
  const months = number(2) * 12 + number(3)
  const seconds = number(4) * DAY_SECONDS + number(6) * 3600 + number(7) * 60 + number(8)
  if (months > MAX_MONTHS || seconds > MAX_SECONDS) return null
  const isYearsMonths = /[YM]/.test(text.split('T')[0] ?? '')
  const size = new FeelDuration(months, seconds, nanosOf(match[9]), isYearsMonths)
  return match[1] ? new FeelDuration(0 - months, 0 - seconds, 0 - size.nanos, isYearsMonths) : size
}

/** A sum or difference of two durations of one kind; null for a mixture. */
export function addDurations(a: FeelDuration, b: FeelDuration, sign: 1 | -1): FeelDuration | null {
  if (a.isYearsMonths !== b.isYearsMonths) return null
  if (a.isYearsMonths && (a.totalSeconds || b.totalSeconds || a.nanos || b.nanos)) return addMixed(a, b, sign)
  return durationOf(
    a.totalMonths + sign * b.totalMonths,
    a.totalSeconds + sign * b.totalSeconds,
    a.nanos + sign * b.nanos,
    a.isYearsMonths,
  )
}

/** Years and months with days in them are added one after the other from 1970-01-01. */
function addMixed(a: FeelDuration, b: FeelDuration, sign: 1 | -1): FeelDuration {
  const first = monthSeconds(a.totalMonths) + a.totalSeconds
  const days = Math.floor(first / DAY_SECONDS)
  const second = daysOf(addMonths(civilOf(days), sign * b.totalMonths)) * DAY_SECONDS + (first - days * DAY_SECONDS)
  const end = second + sign * b.totalSeconds
  const day = whole(end / DAY_SECONDS)
  const back = monthsBetween(civilOf(day), ANCHOR)
  const seconds = -back.days * DAY_SECONDS + (end - day * DAY_SECONDS)
  return durationOf(-back.months, seconds, a.nanos + sign * b.nanos, true)
}

/** A duration from seconds and nanoseconds of any signs. */
export function durationOf(months: number, seconds: number, nanos: number, isYearsMonths?: boolean): FeelDuration {
  let whole = seconds + Math.trunc(nanos / NANOS)
  let left = nanos % NANOS
  if (whole > 0 && left < 0) {
    whole -= 1
    left += NANOS
  } else if (whole < 0 && left > 0) {
    whole += 1
    left -= NANOS
  }
  const { months: more, seconds: less } = isYearsMonths ? balance(months, whole) : { months, seconds: whole }
  return new FeelDuration(more, less, left, isYearsMonths)
}

const ANCHOR = { year: 1970, month: 1, day: 1 }

function monthSeconds(months: number): number {
  return daysOf(addMonths(ANCHOR, months)) * DAY_SECONDS
}

/** Days that fill a month become months, counted from 1970-01-01. */
function balance(months: number, seconds: number): { months: number; seconds: number } {
  const end = monthSeconds(months) + seconds
  const days = whole(end / DAY_SECONDS)
  const between = monthsBetween(ANCHOR, civilOf(days))
  return { months: between.months, seconds: between.days * DAY_SECONDS + (end - days * DAY_SECONDS) }
}

function part(number: number, unit: string): string {
  return number === 0 ? '' : `${number}${unit}`
}

/** Without `-0`. */
function whole(number: number): number {
  return Math.trunc(number) + 0
}

function rest(number: number, by: number): number {
  return (number % by) + 0
}
