import { two } from './clock.ts'

/** Days of the proleptic Gregorian calendar, counted from 1970-01-01. Source: ISO 8601; H. Hinnant, days_from_civil. */
export interface CivilDate {
  year: number
  month: number
  day: number
}

export const DAY_SECONDS = 86_400
/** The days Temporal knows: 10^8 on each side of 1970-01-01. */
export const MAX_DAYS = 100_000_000

export function daysOf({ year, month, day }: CivilDate): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

export function civilOf(days: number): CivilDate {
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const ofEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * ofYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** A date some months later; a day that month does not have becomes its last. */
export function addMonths({ year, month, day }: CivilDate, months: number): CivilDate {
  const index = year * 12 + month - 1 + months
  const toYear = Math.floor(index / 12)
  const toMonth = index - toYear * 12 + 1
  return { year: toYear, month: toMonth, day: Math.min(day, daysInMonth(toYear, toMonth)) }
}

/** Whole months between two dates, towards zero, and the days that remain. */
export function monthsBetween(from: CivilDate, to: CivilDate): { months: number; days: number } {
  const start = daysOf(from)
  const end = daysOf(to)
  const sign = Math.sign(end - start)
  let months = (to.year - from.year) * 12 + (to.month - from.month)
  if (sign !== 0 && sign * (unclamped(from, months) - unclamped(to, 0)) > 0) months -= sign
  return { months, days: end - daysOf(addMonths(from, months)) }
}

/** Orders dates by month and day as written, so that 31 January is not yet a month before 28 February. */
function unclamped({ year, month, day }: CivilDate, months: number): number {
  return (year * 12 + month + months) * 32 + day
}

/** 1 is Monday. */
export function weekdayOf(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1
}

export function dayOfYear(date: CivilDate): number {
  return daysOf(date) - daysOf({ year: date.year, month: 1, day: 1 }) + 1
}

/** ISO 8601 week of the year. */
export function weekOfYear(date: CivilDate): number {
  const days = daysOf(date)
  const thursday = days - weekdayOf(days) + 4
  return Math.floor((thursday - daysOf({ year: civilOf(thursday).year, month: 1, day: 1 })) / 7) + 1
}

/** `2024-06-01` */
export function dateText(days: number): string {
  const { year, month, day } = civilOf(days)
  const size = Math.abs(year)
  const shown =
    year >= 0 && year <= 9999
      ? String(year).padStart(4, '0')
      : `${year < 0 ? '-' : '+'}${String(size).padStart(6, '0')}`
  return `${shown}-${two(month)}-${two(day)}`
}
