import { isRecord } from '../schema/is-record.ts'
import type { Issue } from '../schema/issue.ts'
import type { LevelPlan } from './field-plan.ts'

/** Keys that the form has no field for, as issues; a row may have an `id` besides its columns. */
export function unknownKeys(plan: LevelPlan, values: Readonly<Record<string, unknown>>): Issue[] {
  const issues: Issue[] = []
  collect(plan, values, [], issues)
  return issues
}

function collect(plan: LevelPlan, values: Readonly<Record<string, unknown>>, at: Issue['path'], issues: Issue[]): void {
  for (const key of Object.keys(values)) {
    if (plan.keys.has(key) || (key === 'id' && at.length > 0)) continue
    issues.push({ code: 'UNKNOWN_FIELD', path: [...at, key], message: `表单里没有字段「${key.slice(0, 40)}」` })
  }
  for (const { key, inside } of plan.fields) {
    const value = inside && Object.hasOwn(values, key) ? values[key] : undefined
    if (!inside) continue
    if (isRecord(value)) collect(inside, value, [...at, key], issues)
    else if (Array.isArray(value)) {
      const path = [...at, key]
      for (const [index, row] of value.entries()) if (isRecord(row)) collect(inside, row, [...path, index], issues)
    }
  }
}
