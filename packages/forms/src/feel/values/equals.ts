import { isRecord } from '../../schema/is-record.ts'
import { spend } from '../evaluation.ts'
import { FeelDuration } from '../temporal/feel-duration.ts'
import { comparable, type Instant, isInstant, isZoned } from '../temporal/instants.ts'
import { sameZone, type Zone } from '../temporal/zone.ts'
import { FeelRange } from './feel-range.ts'
import { typeOf } from './feel-type.ts'

/**
 * Whether two values are equal; null where FEEL cannot say, as for values of two types. A list of one is the item in it.
 *
 * @param strict as `is` compares: zones must be the same too
 * Source: DMN 1.5, 10.3.2.2 and table 54, as feelin reads them.
 */
export function equals(left: unknown, right: unknown, strict = false): boolean | null {
  if ((left === null) !== (right === null)) return false
  const a = single(left)
  const b = single(right)
  if (isInstant(a)) return instantEquals(a, b, strict)
  const type = typeOf(a)
  if (type !== typeOf(b)) return null
  if (type === 'nil') return true
  if (Array.isArray(a) && Array.isArray(b)) return listEquals(a, b)
  if (a instanceof FeelDuration && b instanceof FeelDuration) return a.equals(b)
  if (a instanceof FeelRange && b instanceof FeelRange) return rangeEquals(a, b)
  if (isRecord(a) && isRecord(b)) return contextEquals(a, b)
  return a === b
}

function single(value: unknown): unknown {
  return Array.isArray(value) && value.length < 2 ? value[0] : value
}

function instantEquals(a: Instant, b: unknown, strict: boolean): boolean | null {
  if (!isInstant(b)) return null
  if (typeOf(a) !== typeOf(b)) return strict ? false : null
  if (isZoned(a) !== isZoned(b)) return false
  if (strict && !sameZone(zoneOf(a), zoneOf(b))) return false
  return comparable(a) === comparable(b)
}

function zoneOf(value: Instant): Zone {
  return 'zone' in value ? value.zone : null
}

function listEquals(a: unknown[], b: unknown[]): boolean {
  spend(a.length)
  return a.length === b.length && a.every((item, index) => equals(item, b[index]) === true)
}

function rangeEquals(a: FeelRange, b: FeelRange): boolean {
  return (
    a.startIncluded === b.startIncluded &&
    a.endIncluded === b.endIncluded &&
    equals(a.start, b.start) === true &&
    equals(a.end, b.end) === true
  )
}

function contextEquals(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  const entries = Object.entries(a)
  spend(2 + entries.length)
  return (
    entries.length === Object.keys(b).length &&
    entries.every(([key, value]) => Object.hasOwn(b, key) && equals(value, b[key]) === true)
  )
}
