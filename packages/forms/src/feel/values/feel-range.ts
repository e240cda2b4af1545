import { fail } from '../failure.ts'
import { FeelDuration } from '../temporal/feel-duration.ts'
import { comparable, isInstant } from '../temporal/instants.ts'
import { typeOf } from './feel-type.ts'

const ORDERED: ReadonlySet<string> = new Set(['string', 'number', 'duration', 'time', 'date time', 'date'])
const INSTANTS: ReadonlySet<string | null> = new Set(['date', 'time', 'date time'])

/** A FEEL range `[1..10)`; an end that is null is open. Source: DMN 1.5, 10.3.2.7. */
export class FeelRange {
  readonly valueType: string | null

  /** @throws FeelFailure when its ends are of kinds that have no order, or of two kinds */
  constructor(
    readonly start: unknown,
    readonly end: unknown,
    readonly startIncluded: boolean,
    readonly endIncluded: boolean,
  ) {
    const startType = start === null ? null : typeOf(start)
    const endType = end === null ? null : typeOf(end)
    const type = startType ?? endType
    const fits = type !== null && ORDERED.has(type) && (startType ?? type) === type && (endType ?? type) === type
    if (!fits && type !== null) fail('a range without order')
    this.valueType = fits ? type : null
  }

  toString(): string {
    return `${this.startIncluded ? '[' : '('}${this.start}..${this.end}${this.endIncluded ? ']' : ')'}`
  }
}

/** @returns whether a value or a range lies in the range; null where that cannot be said */
export function isIn(range: FeelRange, value: unknown): boolean | null {
  let { start, end, startIncluded, endIncluded } = range
  if ((start === null && end === null) || value === null || value === undefined) return null
  if (value instanceof FeelRange) return isRangeIn(range, value)
  const type = typeOf(value)
  if (range.valueType !== null && INSTANTS.has(type) && INSTANTS.has(range.valueType) && type !== range.valueType) {
    return null
  }
  if (start !== null && end !== null && order(start, end) > 0) {
    ;[start, end, startIncluded, endIncluded] = [end, start, endIncluded, startIncluded]
  }
  return isAfterStart(value, start, startIncluded) && isBeforeEnd(value, end, endIncluded)
}

function isAfterStart(value: unknown, start: unknown, included: boolean): boolean {
  if (start === null) return true
  const sign = order(value, start)
  return included ? sign >= 0 : sign > 0
}

function isBeforeEnd(value: unknown, end: unknown, included: boolean): boolean {
  if (end === null) return true
  const sign = order(value, end)
  return included ? sign <= 0 : sign < 0
}

function isRangeIn(outer: FeelRange, inner: FeelRange): boolean {
  const starts = outer.start === null ? -1 : inner.start === null ? 1 : order(outer.start, inner.start)
  const ends = outer.end === null ? 1 : inner.end === null ? -1 : order(outer.end, inner.end)
  const startFits =
    outer.start === null || starts < 0 || (starts === 0 && (outer.startIncluded || !inner.startIncluded))
  const endFits = outer.end === null || ends > 0 || (ends === 0 && (outer.endIncluded || !inner.endIncluded))
  return startFits && endFits
}

/** Whether `a`, a point or a range, lies wholly before `b`. */
export function isBefore(a: unknown, b: unknown): boolean {
  const end = a instanceof FeelRange ? a.end : a
  const start = b instanceof FeelRange ? b.start : b
  const sign = order(end, start)
  const touches = (a instanceof FeelRange && !a.endIncluded) || (b instanceof FeelRange && !b.startIncluded)
  return sign < 0 || (sign === 0 && touches)
}

/** Whether `a` ends where `b` starts, both included. */
export function meets(a: FeelRange, b: FeelRange): boolean {
  return order(a.end, b.start) === 0 && a.endIncluded && b.startIncluded
}

/** -1, 0 or 1, as JavaScript orders the values or what stands for them; 0 too where there is no order. */
export function order(a: unknown, b: unknown): number {
  const [left, right] = [orderable(a), orderable(b)]
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0
  const [one, other] = [Number(left), Number(right)]
  return one < other ? -1 : one > other ? 1 : 0
}

function orderable(value: unknown): string | number | boolean | null {
  if (isInstant(value)) return comparable(value)
  if (value instanceof FeelDuration) return value.milliseconds()
  if (value === null || value === undefined) return value === null ? null : Number.NaN
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : String(value)
}
