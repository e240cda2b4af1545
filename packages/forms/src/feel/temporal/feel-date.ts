import { civilOf, dateText, daysInMonth, daysOf, MAX_DAYS, weekdayOf } from './calendar.ts'

/** A FEEL date: `2020-04-06`. */
export class FeelDate {
  /** @param days since 1970-01-01 */
  constructor(readonly dayNumber: number) {}

  get year(): number {
    return civilOf(this.dayNumber).year
  }
  get month(): number {
    return civilOf(this.dayNumber).month
  }
  get day(): number {
    return civilOf(this.dayNumber).day
  }
  /** 1 is Monday. */
  get weekday(): number {
    return weekdayOf(this.dayNumber)
  }

  toString(): string {
    return dateText(this.dayNumber)
  }

  toJSON(): string {
    return this.toString()
  }
}

/** @returns null where there is no such day */
export function dateOf(year: number, month: number, day: number): FeelDate | null {
  const [y, m, d] = [Math.trunc(year), Math.trunc(month), Math.trunc(day)]
  if (!(m >= 1 && m <= 12 && d >= 1 && Math.abs(y) < 400_000) || d > daysInMonth(y, m)) return null
  const days = daysOf({ year: y, month: m, day: d })
  return Math.abs(days) > MAX_DAYS ? null : new FeelDate(days)
}
