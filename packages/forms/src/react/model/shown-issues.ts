import type { Issue } from '../../schema/issue.ts'
import { equalValues } from '../../values/equal-values.ts'
import type { ValuePath } from '../fields/field-description.ts'
import { isBelow } from '../path-key.ts'
import { valueAt } from './plain-values.ts'

/**
 * Which issues a person may see now: what is wrong with a value says so when its place was left or the form was
 * submitted, and what the server refused stands until that value changes.
 */
export interface ShownIssues {
  /** The focus left this place. */
  leave(path: ValuePath): void
  /** The person asked for the whole truth. */
  submit(): void
  /** The server refused these for the values at hand. */
  refuse(issues: readonly Issue[], values: unknown): void
  /** The issues to show, those of the form first. */
  shown(issues: readonly Issue[], values: unknown): Issue[]
}

export function createShownIssues(): ShownIssues {
  const left: ValuePath[] = []
  let submitted = false
  let refused: Array<{ issue: Issue; value: unknown }> = []
  return {
    leave(path) {
      if (!left.some((place) => isBelow(path, place))) left.push(path)
    },
    submit() {
      submitted = true
    },
    refuse(issues, values) {
      refused = issues.map((issue) => ({ issue, value: valueAt(values, issue.path) }))
    },
    shown(issues, values) {
      const own = issues.filter((issue) => submitted || left.some((place) => isBelow(issue.path, place)))
      const others = refused
        .filter(({ issue, value }) => equalValues(value, valueAt(values, issue.path)))
        .map(({ issue }) => issue)
        .filter((issue) => !own.some((known) => equalValues(known.path, issue.path)))
      return [...own, ...others]
    },
  }
}
