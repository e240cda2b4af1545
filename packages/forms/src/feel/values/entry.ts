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
  if (typeof value !== 'object' || value === null) return undefined
  if (value instanceof FeelRange) return rangeProperty(value, name)
  if (!isRecord(value)) return undefined
  if (Object.hasOwn(value, name)) return value[name]
  // Only a name of several words can be spelt in another way.
  if (!name.includes(' ')) return undefined
  const normal = normalizeContextKey(name)
  return Object.entries(value).find(([key]) => normalizeContextKey(key) === normal)?.[1]
}

/** What `value.name` says: an entry, or a part of a date, a time or a duration; `undefined` where there is none. */
export function propertyOf(value: unknown, name: string): unknown {
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
