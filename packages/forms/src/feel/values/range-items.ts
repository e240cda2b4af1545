import { MAX_STEPS, spend } from '../evaluation.ts'
import { fail } from '../failure.ts'
import type { FeelRange } from './feel-range.ts'

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')

/**
 * The numbers or letters of a closed range, downwards where it starts with the greater.
 *
 * @throws FeelFailure for other ranges
 */
export function rangeItems({ start, end, startIncluded, endIncluded }: FeelRange): unknown[] {
  if (start === null && end === null) return []
  if (typeof start === 'number' && typeof end === 'number') {
    return numbers(start, end).slice(startIncluded ? 0 : 1, endIncluded ? undefined : -1)
  }
  const [from, to] = [letter(start), letter(end)]
  if (from === -1 || to === -1) return fail('a range that cannot be counted')
  const sign = from > to ? -1 : 1
  const [first, last] = [from + (startIncluded ? 0 : sign), to - (endIncluded ? 0 : sign)]
  return LETTERS.slice(Math.min(first, last), Math.max(first, last) + 1)
}

function letter(value: unknown): number {
  return typeof value === 'string' ? LETTERS.indexOf(value) : -1
}

function numbers(start: number, end: number): number[] {
  const count = Math.abs(end - start) + 1
  // From 0.5 one never comes to 3.
  spend(Number.isInteger(count) ? count : MAX_STEPS + 1)
  const sign = start > end ? -1 : 1
  return Array.from({ length: count }, (_, index) => start + sign * index)
}
