import { normalizeContextKey } from 'lezer-feel'
import { isRecord } from '../../schema/is-record.ts'
import { fail } from '../failure.ts'
import { FeelDate } from '../temporal/feel-date.ts'
import { FeelDateTime } from '../temporal/feel-date-time.ts'
import { FeelDuration } from '../temporal/feel-duration.ts'
import { FeelTime } from '../temporal/feel-time.ts'
import { FeelRange } from './feel-range.ts'

/** The entry of a context or a property of a range; `undefined` where there is none. */
export function entryOf(value: unknown, name: string): unknown {
  if (isRecord(value)) return ownEntry(value, name)
  return value instanceof FeelRange ? rangeProperty(value, name) : undefined
}

function ownEntry(context: Record<string, unknown>, name: string): unknown {
  if (Object.hasOwn(context, name)) return context[name]
  // Only a name of several words can be spelt in another way.
  if (!name.includes(' ')) return undefined
  for (const key of Object.keys(context)) {
    if (MANY_SPELLINGS.test(key) && normalizeContextKey(key) === normalizeContextKey(name)) return context[key]
  }
  return undefined
}

/** `entryOf` for one name, to ask of many values: what is particular about the name is decided once. */
export function entryReader(name: string): (value: unknown) => unknown {
  const isPlain = isPlainName(name)
  return (value) => (isPlain && isRecord(value) ? value[name] : entryOf(value, name))
}

/** `propertyOf` for one name, to ask of many values. */
export function propertyReader(name: string): (value: unknown) => unknown {
  const isPlain = isPlainName(name)
  return (value) => (isPlain && isRecord(value) ? value[name] : propertyOf(value, name))
}

/** Spelt in one way, and nothing that objects inherit: what a context has under it is its own. */
function isPlainName(name: string): boolean {
  return !name.includes(' ') && !(name in Object.prototype)
}

/** What a key has that may be written with more or fewer blanks. */
const MANY_SPELLINGS = /[\s./\-'+*]/

/** What `value.name` says: an entry, or a part of a date, a time or a duration; `undefined` where there is none. */
export function propertyOf(value: unknown, name: string): unknown {
  if (isRecord(value)) return ownEntry(value, name)
  if (value instanceof FeelDate) return partOf(value, name, DATE_PARTS)
  if (value instanceof FeelTime) return partOf(value, name, TIME_PARTS)
  if (value instanceof FeelDateTime) return partOf(value, name, DATE_TIME_PARTS)
  if (value instanceof FeelDuration) return partOf(value, name, DURATION_PARTS)
  return entryOf(value, name)
}

/** Adds an entry to a context in the making. */
export function addEntry(context: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') fail('a name that is none')
  context[name] = value
}

function rangeProperty(range: FeelRange, name: string): unknown {
  switch (name) {
    case 'start':
      return range.start
    case 'end':
      return range.end
    case 'start included':
      return range.startIncluded
    case 'end included':
      return range.endIncluded
    default:
      return undefined
  }
}

const DATE_PARTS: ReadonlySet<string> = new Set(['year', 'month', 'day', 'weekday'])
const TIME_PARTS: ReadonlySet<string> = new Set(['hour', 'minute', 'second', 'timezone', 'time offset'])
const DATE_TIME_PARTS: ReadonlySet<string> = new Set([...DATE_PARTS, ...TIME_PARTS])
const DURATION_PARTS: ReadonlySet<string> = new Set(['years', 'months', 'days', 'hours', 'minutes', 'seconds'])

function partOf(value: object, name: string, names: ReadonlySet<string>): unknown {
  return names.has(name) ? Reflect.get(value, name) : undefined
}
