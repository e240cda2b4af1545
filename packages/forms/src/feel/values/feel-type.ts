import { isRecord } from '../../schema/is-record.ts'
import { FeelDate } from '../temporal/feel-date.ts'
import { FeelDateTime } from '../temporal/feel-date-time.ts'
import { FeelDuration } from '../temporal/feel-duration.ts'
import { FeelTime } from '../temporal/feel-time.ts'
import { FeelFunction } from './feel-function.ts'
import { FeelRange } from './feel-range.ts'

/** The kinds of values FEEL tells apart; `other` is what no expression can make. */
export type FeelType =
  | 'nil'
  | 'boolean'
  | 'number'
  | 'string'
  | 'list'
  | 'context'
  | 'date'
  | 'time'
  | 'date time'
  | 'duration'
  | 'range'
  | 'function'
  | 'other'

export function typeOf(value: unknown): FeelType {
  switch (typeof value) {
    case 'boolean':
      return 'boolean'
    case 'number':
      return 'number'
    case 'string':
      return 'string'
    case 'undefined':
      return 'nil'
    case 'object':
      return value === null ? 'nil' : objectType(value)
    default:
      return 'other'
  }
}

function objectType(value: object): FeelType {
  if (Array.isArray(value)) return 'list'
  if (isRecord(value)) return 'context'
  if (value instanceof FeelDate) return 'date'
  if (value instanceof FeelDateTime) return 'date time'
  if (value instanceof FeelTime) return 'time'
  if (value instanceof FeelDuration) return 'duration'
  if (value instanceof FeelRange) return 'range'
  return value instanceof FeelFunction ? 'function' : 'other'
}
