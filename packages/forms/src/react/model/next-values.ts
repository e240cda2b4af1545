import type { FormValues } from '../../schema/form-definition.ts'
import { isRecord } from '../../schema/is-record.ts'
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
  if (isRecord(value)) return sharedRecord(value, isRecord(previous) ? previous : {})
  return Object.is(value, previous) ? previous : plainJson(value)
}

function sharedList(list: unknown[], previous: unknown[]): unknown[] {
  const next = Array.from(list, (item, index) => shared(item, previous[index]) ?? null)
  return next.length === previous.length && next.every((item, index) => item === previous[index]) ? previous : next
}

function sharedRecord(record: Record<string, unknown>, previous: Record<string, unknown>): Record<string, unknown> {
  const next: Record<string, unknown> = {}
  let isSame = true
  let count = 0
  for (const key of Object.keys(record)) {
    const item = shared(record[key], previous[key])
    if (item === undefined) continue
    next[key] = item
    count += 1
    if (item !== previous[key]) isSame = false
  }
  return isSame && count === Object.keys(previous).length ? previous : next
}
