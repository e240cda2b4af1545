import type { FormValues } from '../../schema/form-definition.ts'
import { isRecord } from '../../schema/is-record.ts'
import { isPlainRow } from './plain-rows.ts'
import { plainJson } from './plain-values.ts'

/**
 * Plain values like `plainValues`, where everything that did not change since the values before is the same object: whoever
 * compares sees at once what is new.
 */
export function nextValues(values: unknown, previous: FormValues): FormValues {
  const next = shared(values ?? {}, previous)
  return isRecord(next) ? next : {}
}

function shared(value: unknown, previous: unknown): unknown {
  if (Array.isArray(value)) return sharedList(value, Array.isArray(previous) ? previous : [])
  if (isRecord(value)) return isPlainRow(value) ? sharedRow(value, previous) : sharedRecord(value, previous)
  return Object.is(value, previous) ? previous : plainJson(value)
}

function sharedList(list: unknown[], previous: unknown[]): unknown[] {
  const next = Array.from(list, (item, index) => shared(item, previous[index]) ?? null)
  return next.length === previous.length && next.every((item, index) => item === previous[index]) ? previous : next
}

/** What was made of rows that are never changed. */
const made = new WeakMap<object, FormValues>()

function sharedRow(row: FormValues, previous: unknown): FormValues {
  const known = made.get(row)
  if (known) return known
  const next = sharedRecord(row, previous)
  made.set(row, next)
  return next
}

function sharedRecord(record: Record<string, unknown>, previous: unknown): FormValues {
  const before = isRecord(previous) ? previous : {}
  const next: FormValues = {}
  let isSame = true
  let count = 0
  for (const key of Object.keys(record)) {
    const item = shared(record[key], before[key])
    if (item === undefined) continue
    next[key] = item
    count += 1
    if (item !== before[key]) isSame = false
  }
  return isSame && count === Object.keys(before).length ? before : next
}
