import type { AccessMap } from '../../access/access.ts'
import { accessOf } from '../../access/access-of.ts'
import { fieldOptions, optionLabel } from '../../components/options.ts'
import { compile, isExpression } from '../../feel/index.ts'
import type { FieldSchema, FormDefinition, FormValues } from '../../schema/form-definition.ts'
import { fieldAt, walkFields } from '../../schema/walk-fields.ts'
import { displayValue } from '../../values/display-value.ts'
import { validateValues } from '../../values/validate-values.ts'
import { readRule } from '../rules/read-rule.ts'
import { type Condition, conditionsOf, type Rule } from '../rules/rule.ts'

/** One thing that hides a field now. */
export type HidingReason =
  | { kind: 'access' }
  /** `section` is the title of the section around the field that is hidden. */
  | { kind: 'always'; section?: string }
  | { kind: 'rule'; section?: string; rule: Rule; conditions: ConditionNow[] }
  /** A rule that the builder cannot say, with what it reads. */
  | { kind: 'expression'; section?: string; expression: string; reads: NamedValue[] }

/** A condition with what its field holds now. */
export interface ConditionNow {
  condition: Condition
  title: string
  /** As the paper says it; '' when nothing is given. */
  value: string
  /** The value that the condition asks for, as the paper says it. */
  asked: string
}

export interface NamedValue {
  title: string
  value: string
}

/** A field that is not shown, and why. */
export interface HiddenField {
  path: string
  title: string
  reasons: HidingReason[]
}

/** The fields that these values and this step hide, in the order of the form; columns of sub-tables only where the step hides them. */
export function hiddenFields(form: FormDefinition, values: FormValues, access?: AccessMap): HiddenField[] {
  const { visible, values: settled } = validateValues(form, values, { complete: false })
  return [...walkFields(form)].flatMap(({ path, key, schema, sections, parent }) => {
    const isOutOfReach = accessOf(access, path) === 'hidden'
    const isGone = parent?.schema.type !== 'array' && visible[path] === false
    if (!isOutOfReach && !isGone) return []
    const reasons: HidingReason[] = isOutOfReach ? [{ kind: 'access' }] : []
    if (isGone) {
      for (const section of sections) reasons.push(...reasonsOf(form, section, settled, section.title ?? ''))
      reasons.push(...reasonsOf(form, schema, settled))
    }
    return [{ path, title: schema.title ?? key, reasons }]
  })
}

function reasonsOf(form: FormDefinition, schema: FieldSchema, values: FormValues, section?: string): HidingReason[] {
  const visible = schema['x-visible']
  const place = section === undefined ? {} : { section }
  if (visible === false) return [{ kind: 'always', ...place }]
  if (!isExpression(visible)) return []
  const compiled = compile(visible)
  if (compiled.evaluate(values) === true) return []
  const rule = readRule('x-visible', visible)
  if (!rule) {
    const reads = compiled.paths.map((path) => ({ title: titleOf(form, path), value: saidOf(form, path, values) }))
    return [{ kind: 'expression', ...place, expression: visible, reads }]
  }
  const conditions = conditionsOf(rule).map((condition): ConditionNow => {
    const { field } = condition
    const asked = condition.value === undefined ? '' : shown(form, field, condition.value)
    return { condition, title: titleOf(form, field), value: saidOf(form, field, values), asked }
  })
  return [{ kind: 'rule', ...place, rule, conditions }]
}

function titleOf(form: FormDefinition, path: string): string {
  return fieldAt(form, path)?.schema.title ?? path
}

function saidOf(form: FormDefinition, path: string, values: FormValues): string {
  let at: unknown = values
  for (const key of path.split('.')) {
    at = typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined
  }
  return shown(form, path, at)
}

function shown(form: FormDefinition, path: string, value: unknown): string {
  const schema = fieldAt(form, path)?.schema
  if (!schema || value === undefined || value === null)
    return value === undefined || value === null ? '' : String(value)
  // The paper says every choice with its box; here the one that is meant.
  if (!Array.isArray(value) && fieldOptions(schema, form)) return optionLabel(value, schema, form)
  return Array.isArray(value) === (schema.type === 'array') ? displayValue(schema, value, form) : String(value)
}
