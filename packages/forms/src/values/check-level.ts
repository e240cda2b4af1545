import type { AccessLevel } from '../access/access.ts'
import { componentOf } from '../components/components.ts'
import type { Issue } from '../schema/issue.ts'
import type { FieldPlan, LevelPlan } from './field-plan.ts'
import type { FieldState } from './field-state.ts'
import { isEmpty } from './is-empty.ts'
import { type Answer, type Asking, ask, sameInputs } from './question.ts'
import type { Scope } from './scope.ts'
import { type Level, outsideOf } from './settle.ts'

/** What is wrong in a level. It is never changed: the next check takes over what is said of the same values. */
export interface Checked {
  /** Absent for a row that is none. */
  level?: Level
  outside: readonly unknown[]
  issues: readonly Issue[]
  /** By place of the field, then of its question. */
  answers: ReadonlyArray<Answer[] | undefined>
  /** Of an object, or of each row of a sub-table, by place of the field. */
  inside: ReadonlyArray<Checked | readonly Checked[] | undefined>
}

/** What is the same for all fields of one check. */
export interface Checking {
  access(field: FieldPlan): AccessLevel
  /** `false` for a draft. */
  complete: boolean
  now: string
}

/** Where a level stands in the form. */
export interface Place {
  path: Issue['path']
  /** Words before the name of a field: `「明细」第 1 行`. */
  words: string
  scope: Scope | undefined
}

/** Checks every field of a settled level. @param previous what an earlier check with the same access said */
export function checkLevel(
  plan: LevelPlan,
  level: Level,
  place: Place,
  checking: Checking,
  previous: Checked | undefined,
): Checked {
  const outside = outsideOf(plan, place.scope, checking.now)
  if (previous && previous.level === level && sameInputs(previous.outside, outside)) return previous
  const scope: Scope = { values: level.values, keys: plan.keys, up: place.scope }
  const issues: Issue[] = []
  const answers: Array<Answer[] | undefined> = []
  const inside: Array<Checked['inside'][number]> = []
  for (let index = 0; index < plan.fields.length; index++) {
    const field = plan.fields[index]
    const state = level.states[index]
    if (!field || state?.display !== 'visible' || field.system) continue
    const access = checking.access(field)
    if (access === 'hidden') continue
    const value = level.values[field.key]
    if (isEmpty(value)) {
      if (isMissing(state, access, checking)) issues.push(issueAt(place, field, 'REQUIRED', missing(field)))
      continue
    }
    if (!plainRules(field, value, place, issues)) continue
    const asking = { scope, self: value, now: checking.now }
    if (field.rules.questions.length > 0) {
      answers[index] = askedRules(field, asking, place, issues, previous?.answers[index])
    }
    inside[index] = checkInside(
      field,
      value,
      level.inside[index],
      { ...place, scope },
      checking,
      previous?.inside[index],
    )
    collect(inside[index], issues)
  }
  return { level, outside, issues, answers, inside }
}

function isMissing(state: Readonly<FieldState>, access: AccessLevel, { complete }: Checking): boolean {
  const isAsked = access === 'require' || (state.required && access === 'edit')
  return isAsked && complete && !state.computed
}

/** @returns false when the value is not even of the kind of the field */
function plainRules(field: FieldPlan, value: unknown, place: Place, issues: Issue[]): boolean {
  for (const rule of field.rules.plain) {
    const fault = rule.check(value)
    if (fault === undefined) continue
    issues.push(issueAt(place, field, rule.code, fault))
    if (rule.final) return false
  }
  return true
}

function askedRules(
  field: FieldPlan,
  asking: Asking,
  place: Place,
  issues: Issue[],
  previous: Answer[] = [],
): Answer[] {
  return field.rules.questions.map(({ code, message, question }, index) => {
    const answer = ask(question, asking, previous[index])
    // Only a plain false is wrong: null means that something the rule reads is not there yet, which `required` reports.
    if (answer.result === false) issues.push(issueAt(place, field, code, message))
    return answer
  })
}

function checkInside(
  field: FieldPlan,
  value: unknown,
  level: Level['inside'][number],
  place: Place,
  checking: Checking,
  previous: Checked['inside'][number],
): Checked['inside'][number] {
  const { inside: plan } = field
  if (!plan || !level) return undefined
  const path = [...place.path, field.key]
  if (isOne(level)) return checkLevel(plan, level, { ...place, path }, checking, isOne(previous) ? previous : undefined)
  const rows = Array.isArray(value) ? value : []
  const before = isOne(previous) ? [] : previous
  return rows.map((_, index) => {
    const row = level[index]
    const at = { path: [...path, index], words: `「${titleOf(field)}」第 ${index + 1} 行`, scope: place.scope }
    return row ? checkLevel(plan, row, at, checking, before?.[index]) : noRow(at)
  })
}

/** Adds what is wrong inside a field. */
function collect(inside: Checked['inside'][number], issues: Issue[]): void {
  for (const part of isOne(inside) ? [inside] : (inside ?? [])) for (const issue of part.issues) issues.push(issue)
}

function noRow({ path, words }: Place): Checked {
  return { outside: [], issues: [{ code: 'TYPE', path, message: `${words}不是一行数据` }], answers: [], inside: [] }
}

function isOne<T extends object>(inside: T | readonly unknown[] | undefined): inside is T {
  return inside !== undefined && !Array.isArray(inside)
}

function issueAt(place: Place, field: FieldPlan, code: string, fault: string): Issue {
  return { code, path: [...place.path, field.key], message: `${place.words}「${titleOf(field)}」${fault}` }
}

function titleOf({ schema, key }: FieldPlan): string {
  return schema.title ?? key
}

function missing(field: FieldPlan): string {
  switch (componentOf(field.schema).name) {
    case 'Photo':
    case 'Attachments':
      return '还没有上传'
    case 'Signature':
      return '还没有签'
    case 'Select':
    case 'Radio':
    case 'ChoiceBox':
    case 'Division':
    case 'DatePicker':
    case 'Person':
    case 'Unit':
      return '还没有选'
    default:
      return '还没有填'
  }
}
