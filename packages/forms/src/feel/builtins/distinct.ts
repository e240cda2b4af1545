import { spend } from '../evaluation.ts'
import { equals } from '../values/equals.ts'

/** The values without those that equal an earlier one, in order. */
export function distinct(values: unknown[]): unknown[] {
  const kept: unknown[] = []
  const plain = new Set<unknown>()
  const others: unknown[] = []
  for (const value of values) {
    spend(1)
    const isPlain = typeof value !== 'object' || value === null
    if (isPlain ? plain.has(value) || known(others, value) : known(kept, value)) continue
    if (isPlain) plain.add(value)
    else others.push(value)
    kept.push(value)
  }
  return kept
}

function known(values: unknown[], wanted: unknown): boolean {
  spend(values.length)
  return values.some((value) => equals(wanted, value) === true)
}
