import type { AccessMap } from '../access/access.ts'
import { accessOf } from '../access/access-of.ts'
import { componentOf } from '../components/components.ts'
import type { FormDefinition, FormValues } from '../schema/form-definition.ts'
import { isRecord } from '../schema/is-record.ts'
import type { Issue } from '../schema/issue.ts'
import { type FieldPlan, formPlan } from './field-plan.ts'
import { isEmpty } from './is-empty.ts'
import { type FieldStates, settle } from './settle.ts'

export interface ValidateOptions {
  /** The step's access: what it may not edit is not demanded of it, what is hidden from it is not told. */
  access?: AccessMap
  /** The instant that `now()` and `today()` say, ISO 8601. */
  now?: string
  /** `false` for a draft: what is missing is no issue. */
  complete?: boolean
}

export interface ValidatedValues {
  /** Computed values made anew, invisible fields and unknown keys left out. */
  values: FormValues
  /** `REQUIRED`, `TYPE`, `SHAPE`, `CHOICE`, `LENGTH`, `CHARACTERS`, `RANGE`, `ITEMS`, `PATTERN`, `FORMAT`, `RULE`, `UNKNOWN_FIELD`. */
  issues: Issue[]
  /** Whether each field is shown, by address: `姓名`, `明细`, `明细.0.金额`. */
  visible: Record<string, boolean>
}

/** Checks all values of a form by walking its schema; no Formily form is built. */
export function validateValues(
  form: FormDefinition,
  values: FormValues,
  options: ValidateOptions = {},
): ValidatedValues {
  const { values: settled, states } = settle(form, values, options.now)
  const issues: Issue[] = []
  const plan = formPlan(form)
  unknownKeys(plan.fields, values, [], issues)
  const check: Check = { options, states, issues, prefix: '', at: [], row: '' }
  for (const field of plan.fields) checkField(check, field, settled, settled)
  const visible: Record<string, boolean> = {}
  for (const [address, state] of states) visible[address] = state.display === 'visible'
  return { values: settled, issues: inDocumentOrder(form, issues), visible }
}

interface Check {
  options: ValidateOptions
  states: FieldStates
  issues: Issue[]
  /** Address of the level: '' or `明细.0.`. */
  prefix: string
  at: Issue['path']
  /** Words that say where a column is: `「明细」第 1 行`. */
  row: string
}

function checkField(check: Check, field: FieldPlan, level: FormValues, scope: FormValues): void {
  const state = check.states.get(check.prefix + field.key)
  const access = accessOf(check.options.access, field.path)
  if (state?.display !== 'visible' || field.system || access === 'hidden') return
  const value = level[field.key]
  const path = [...check.at, field.key]
  const name = `${check.row}「${field.schema.title ?? field.key}」`
  if (isEmpty(value)) {
    const required = state.required && access === 'edit' && check.options.complete !== false && !state.computed
    if (required) check.issues.push({ code: 'REQUIRED', path, message: `${name}${missing(field)}` })
    return
  }
  for (const rule of field.rules) {
    const fault = rule.check(value, { scope, now: check.options.now })
    if (fault === undefined) continue
    check.issues.push({ code: rule.code, path, message: `${name}${fault}` })
    if (rule.final) return
  }
  checkInside(check, field, value, scope, path)
}

function checkInside(check: Check, field: FieldPlan, value: unknown, scope: FormValues, path: Issue['path']): void {
  const { children } = field
  if (!children) return
  const address = check.prefix + field.key
  if (isRecord(value)) {
    const inner = { ...check, prefix: `${address}.`, at: path }
    for (const child of children) checkField(inner, child, value, { ...scope, ...value })
    return
  }
  for (const [index, row] of (Array.isArray(value) ? value : []).entries()) {
    const words = `「${field.schema.title ?? field.key}」第 ${index + 1} 行`
    const inner = { ...check, prefix: `${address}.${index}.`, at: [...path, index], row: words }
    if (!isRecord(row)) check.issues.push({ code: 'TYPE', path: inner.at, message: `${words}不是一行数据` })
    else for (const child of children) checkField(inner, child, row, { ...scope, ...row })
  }
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

function unknownKeys(fields: FieldPlan[], values: FormValues, at: Issue['path'], issues: Issue[]): void {
  const known = new Map(fields.map((field) => [field.key, field]))
  for (const key of Object.keys(values)) {
    const field = known.get(key)
    const value = values[key]
    if (!field) {
      if (!(key === 'id' && at.length > 0)) {
        issues.push({ code: 'UNKNOWN_FIELD', path: [...at, key], message: `表单里没有字段「${key.slice(0, 40)}」` })
      }
    } else if (field.children && isRecord(value)) unknownKeys(field.children, value, [...at, key], issues)
    else if (field.children && Array.isArray(value)) {
      for (const [index, row] of value.entries()) {
        if (isRecord(row)) unknownKeys(field.children, row, [...at, key, index], issues)
      }
    }
  }
}

/** Issues as a reader meets them; fields are checked in the order they are computed. */
function inDocumentOrder(form: FormDefinition, issues: Issue[]): Issue[] {
  const places = new Map<string, number>()
  const number = (properties: FormDefinition['schema']['properties']) => {
    for (const [key, schema] of Object.entries(properties)) {
      places.set(key, places.size)
      if (schema.type === 'void') number(schema.properties ?? {})
    }
  }
  number(form.schema.properties)
  const place = (issue: Issue) => places.get(String(issue.path[0])) ?? -1
  return issues.toSorted((a, b) => place(a) - place(b))
}
