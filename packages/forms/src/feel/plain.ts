import { isRecord } from '../schema/is-record.ts'
import { spend } from './evaluation.ts'
import { addEntry } from './values/entry.ts'
import { typeOf } from './values/feel-type.ts'

/**
 * A FEEL value as plain JSON: dates, times and durations become their ISO 8601 text; ranges and functions, which no value of
 * a form can be, become null.
 */
export function plain(value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (typeof value !== 'object') return typeof value === 'function' ? null : value
  if (Array.isArray(value)) {
    spend(value.length)
    return value.map(plain)
  }
  if (isRecord(value)) {
    const made: Record<string, unknown> = {}
    for (const [key, item] of Object.entries(value)) {
      spend(1)
      addEntry(made, key, plain(item))
    }
    return made
  }
  return ISO_TYPES.has(typeOf(value)) ? String(value) : null
}

const ISO_TYPES: ReadonlySet<string> = new Set(['date', 'time', 'date time', 'duration'])
