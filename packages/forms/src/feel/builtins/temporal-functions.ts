import { handedNow, sameMoment } from '../evaluation.ts'
import { civilOf, DAY_SECONDS, dayOfYear, monthsBetween, weekOfYear } from '../temporal/calendar.ts'
import { chinaDay } from '../temporal/china-day.ts'
import { dateOf, FeelDate } from '../temporal/feel-date.ts'
import { FeelDateTime } from '../temporal/feel-date-time.ts'
import { FeelDuration, parseDuration } from '../temporal/feel-duration.ts'
import { FeelTime, timeOf } from '../temporal/feel-time.ts'
import { parseDate, parseDateOrTime, parseDateTime, parseTime } from '../temporal/parse-temporal.ts'
import { machineNow } from '../temporal/zone.ts'
import { equals } from '../values/equals.ts'
import { FeelFunction } from '../values/feel-function.ts'
import { builtin, text } from './builtin.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** Source: DMN 1.5, 10.3.4.1 and 10.3.4.6. */
export const TEMPORAL_FUNCTIONS = {
  date: builtin({ year: 'any?', month: 'number?', day: 'number?', from: 'any?' }, (year, month, day, from) => {
    if (typeof year === 'number') {
      if (from !== null && from !== undefined) return null
      return typeof month === 'number' && typeof day === 'number' ? dateOf(year, month, day) : null
    }
    const source = from || year
    if (typeof source === 'string') return parseDate(source)
    if (source instanceof FeelDateTime) return new FeelDate(source.dayNumber)
    return source instanceof FeelDate ? source : null
  }),
  'date and time': builtin({ date: 'any?', time: 'time?', from: 'string?' }, (date, time, from) => {
    const source = typeof date === 'string' ? date : from
    const made = typeof source === 'string' ? parseDateTime(source) : undefined
    if (made !== undefined) return made
    const isDay = date instanceof FeelDate || date instanceof FeelDateTime
    return isDay && time instanceof FeelTime ? new FeelDateTime(date.dayNumber, time.clock, time.zone) : null
  }),
  time: builtin(
    { hour: 'any?', minute: 'number?', second: 'number?', offset: 'any?', from: 'any?' },
    (hour, minute, second, offset, from) => {
      if (typeof hour === 'number') return timeFrom(hour, minute, second, offset)
      const source = typeof hour === 'string' || isDay(hour) || hour instanceof FeelTime ? hour : from
      if (typeof source === 'string' && source !== '') return parseTime(source)
      if (source instanceof FeelDateTime) return new FeelTime(source.clock, source.zone)
      // The time of a date is its midnight, of UTC.
      if (source instanceof FeelDate) return new FeelTime({ seconds: 0, nanos: 0 }, 'UTC')
      return source instanceof FeelTime ? source : null
    },
  ),
  duration: builtin({ from: 'string' }, (from) => parseDuration(text(from))),
  'years and months duration': builtin({ from: 'date', to: 'date' }, (from, to) => {
    if (!(from instanceof FeelDate && to instanceof FeelDate)) return null
    const { months, days } = monthsBetween(civilOf(from.dayNumber), civilOf(to.dayNumber))
    return new FeelDuration(months, days * DAY_SECONDS, 0, true)
  }),
  '@': builtin({ string: 'string' }, (string) =>
    /^-?P/.test(text(string)) ? parseDuration(text(string)) : parseDateOrTime(text(string)),
  ),
  now: new FeelFunction([], () => now()),
  today: new FeelFunction([], () => today()),
  is: builtin({ value1: 'any?', value2: 'any?' }, (a, b) =>
    a === undefined || b === undefined ? false : equals(a, b, true),
  ),
  'day of year': builtin({ date: 'date time' }, (date) => ofDay(date, (day) => dayOfYear(civilOf(day.dayNumber)))),
  'day of week': builtin({ date: 'date time' }, (date) => ofDay(date, (day) => WEEKDAYS[day.weekday - 1])),
  'month of year': builtin({ date: 'date time' }, (date) => ofDay(date, (day) => MONTHS[day.month - 1])),
  'week of year': builtin({ date: 'date time' }, (date) => ofDay(date, (day) => weekOfYear(civilOf(day.dayNumber)))),
}

function isDay(value: unknown): value is FeelDate | FeelDateTime {
  return value instanceof FeelDate || value instanceof FeelDateTime
}

function ofDay(value: unknown, read: (day: FeelDateTime) => unknown): unknown {
  return value instanceof FeelDateTime ? read(value) : null
}

function timeFrom(hour: number, minute: unknown, second: unknown, offset: unknown): FeelTime | null {
  if (typeof minute !== 'number' || typeof second !== 'number') return null
  if (offset === null || offset === undefined) return timeOf(hour, minute, second)
  return offset instanceof FeelDuration ? timeOf(hour, minute, second, offset) : null
}

/** The instant of the host, else of this machine. */
function now(): FeelDateTime | null {
  return sameMoment(() => {
    const handed = handedNow()
    return handed === undefined ? machineInstant() : parseDateTime(handed)
  })
}

function machineInstant(): FeelDateTime {
  const { days, seconds, nanos, zone } = machineNow()
  return new FeelDateTime(days, { seconds, nanos }, zone)
}

/** The day in China at the instant of the host, else that of this machine. */
function today(): FeelDate {
  const handed = handedNow()
  if (handed !== undefined) return new FeelDate(chinaDay(handed))
  return new FeelDate(now()?.dayNumber ?? 0)
}
