import { fail } from '../failure.ts'
import { type Clock, nanosOf } from './clock.ts'
import { dateOf, type FeelDate } from './feel-date.ts'
import { FeelDateTime } from './feel-date-time.ts'
import { FeelTime } from './feel-time.ts'
import { isZone, splitZone } from './zone.ts'

const DATE = String.raw`(\d{4}|\+\d{6})(?:-(\d{2})-(\d{2})|(\d{2})(\d{2}))`
const CLOCK = String.raw`(\d{2})(?::(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?`
const DATE_PATTERN = new RegExp(`^${DATE}(?:[Tt ]${CLOCK}(?:[+-]\\d{2}(?::?\\d{2})?)?)?$`)
const DATE_TIME_PATTERN = new RegExp(`^${DATE}[Tt ]${CLOCK}$`)
const TIME_PATTERN = new RegExp(`^[Tt]?${CLOCK}$`)

/** `2020-01-01`, and the day of a longer text without `Z`; null where it is none. */
export function parseDate(text: string): FeelDate | null {
  if (text.startsWith('-')) fail('a date before the year 0')
  const match = DATE_PATTERN.exec(text)
  if (!match) return null
  return match[6] === undefined || clockOf(match.slice(6)) ? dayOf(match) : null
}

/** `10:30:00`, `10:30:00Z`, `10:30:00+01:00`, `10:30:00@Europe/Paris`; null where it is none. */
export function parseTime(text: string): FeelTime | null {
  const { value, zone } = splitZone(text)
  if (/^\d{2}:\d{2}:60/.test(value) || !isZone(zone)) return null
  const match = TIME_PATTERN.exec(value)
  const clock = match ? clockOf(match.slice(1)) : parseDateTime(value)?.clock
  return clock ? new FeelTime(clock, zone) : null
}

/** `2020-01-01T10:30:00` with a zone or without; midnight where there is no time; null where it is none. */
export function parseDateTime(text: string): FeelDateTime | null {
  if (text.startsWith('-')) fail('a date before the year 0')
  const { value, zone } = splitZone(text)
  if (!isZone(zone)) return null
  const match = DATE_TIME_PATTERN.exec(value.includes('T') ? value : `${value}T00:00:00`)
  const date = match && dayOf(match)
  const clock = match && clockOf(match.slice(6))
  return date && clock ? new FeelDateTime(date.dayNumber, clock, zone) : null
}

/** The value of `@"…"`; null where it is none. */
export function parseDateOrTime(text: string): FeelDate | FeelTime | FeelDateTime | null {
  if (/^\d{1,2}:\d{1,2}:\d{1,2}/.test(text)) return parseTime(text)
  return text.includes('T') ? parseDateTime(text) : parseDate(text)
}

function dayOf(match: RegExpExecArray): FeelDate | null {
  return dateOf(Number(match[1]), Number(match[2] ?? match[4]), Number(match[3] ?? match[5]))
}

/** A leap second is shown as the one before it. */
function clockOf([hour, minute = '0', second = '0', digits]: (string | undefined)[]): Clock | null {
  const seconds = second === '60' ? 59 : Number(second)
  if (Number(hour) > 23 || Number(minute) > 59 || seconds > 59) return null
  return { seconds: Number(hour) * 3600 + Number(minute) * 60 + seconds, nanos: nanosOf(digits) }
}
