import type { AccessLevel, AccessMap } from '../access/access.ts'
import { levelOf } from '../access/access-of.ts'
import type { FormDefinition, FormValues } from '../schema/form-definition.ts'
import type { Issue } from '../schema/issue.ts'
import { type Checked, type Checking, checkLevel } from './check-level.ts'
import { type FieldPlan, formPlan, type LevelPlan } from './field-plan.ts'
import { isLevel, type Level, settle } from './settle.ts'
import { unknownKeys } from './unknown-keys.ts'

export interface ValidateOptions {
  /** The step's access: what it may not edit is not demanded of it, what is hidden from it is not told. */
  access?: AccessMap | undefined
  /** The instant that `now()` and `today()` say, ISO 8601; absent is the machine's clock. */
  now?: string
  /** `false` for a draft: what is missing is no issue. */
  complete?: boolean
}

export interface ValidatedValues {
  /** Computed values made anew, invisible fields and unknown keys left out. */
  values: FormValues
  /** `REQUIRED`, `TYPE`, `SHAPE`, `CHOICE`, `LENGTH`, `CHARACTERS`, `RANGE`, `ITEMS`, `PATTERN`, `FORMAT`, `RULE`, `UNKNOWN_FIELD`. */
  issues: Issue[]
  /** Whether each field is shown, by address: `姓名`, `明细`; of the cells of a sub-table those that are not: `明细.0.金额`. */
  visible: Record<string, boolean>
}

/** Checks the values of one form, again and again. Values handed in must not be changed afterwards, only replaced. */
export type ValuesCheck = (values: FormValues, options?: ValidateOptions) => ValidatedValues

/**
 * Checks the values of a form as they change: an expression is evaluated again only when something it reads has changed, and a row
 * that is the same object as before is passed over. The answers are those of `validateValues`.
 */
export function createValuesCheck(form: FormDefinition): ValuesCheck {
  const plan = formPlan(form)
  let level: Level | undefined
  let checked: Checked | undefined
  let checking: Checking | undefined
  let map: AccessMap | undefined
  return (values, { access, now = new Date().toISOString(), complete = true } = {}) => {
    level = settle(plan, values, now, level)
    const isSame = checking && map === access && checking.complete === complete
    if (!isSame) checked = undefined
    checking = { access: checking && isSame ? checking.access : accessBy(access), complete, now }
    map = access
    checked = checkLevel(plan, level, { path: [], words: '', scope: undefined }, checking, checked)
    const visible: Record<string, boolean> = {}
    tellVisible(plan, level, '', visible)
    return {
      values: inOrder(plan, level.values),
      issues: inDocumentOrder(plan, [...unknownKeys(plan, values), ...checked.issues]),
      visible,
    }
  }
}

/** Asks the access map once a field. */
function accessBy(map: AccessMap | undefined): Checking['access'] {
  const known = new Map<FieldPlan, AccessLevel>()
  return (field) => {
    const allowed = known.get(field) ?? levelOf(map, field.path)
    known.set(field, allowed)
    return allowed
  }
}

function tellVisible(plan: LevelPlan, level: Level, prefix: string, visible: Record<string, boolean>): void {
  for (const [index, { key, inside }] of plan.fields.entries()) {
    const address = prefix + key
    visible[address] = level.states[index]?.display === 'visible'
    const content = level.inside[index]
    if (!inside || !content) continue
    if (isLevel(content)) tellVisible(inside, content, `${address}.`, visible)
    else if (!inside.fixed)
      for (const [at, row] of content.entries()) tellHidden(inside, row, `${address}.${at}.`, visible)
  }
}

/** Of the cells of a row only those that are not shown: a table has thousands. */
function tellHidden(plan: LevelPlan, row: Level | undefined, prefix: string, visible: Record<string, boolean>): void {
  for (const [index, state] of (row?.states ?? []).entries()) {
    const key = plan.fields[index]?.key
    if (state.display !== 'visible' && key !== undefined) visible[prefix + key] = false
  }
}

function inOrder({ order }: LevelPlan, values: FormValues): FormValues {
  const ordered: FormValues = {}
  for (const key of order) if (values[key] !== undefined) ordered[key] = values[key]
  return ordered
}

/** Issues as a reader meets them; fields are checked in the order they are computed. */
function inDocumentOrder({ order }: LevelPlan, issues: Issue[]): Issue[] {
  const places = new Map(order.map((key, index) => [key, index]))
  const place = (issue: Issue) => places.get(String(issue.path[0])) ?? -1
  return issues.toSorted((a, b) => place(a) - place(b))
}
