import type { FormDefinition, FormValues } from '../schema/form-definition.ts'
import { isRecord } from '../schema/is-record.ts'
import { equalValues } from './equal-values.ts'
import { type FieldPlan, formPlan } from './field-plan.ts'
import { type FieldState, innermost } from './field-state.ts'

/** States of the fields by address: `姓名`, `明细`, `明细.0.金额`. */
export type FieldStates = Map<string, Readonly<FieldState>>

/**
 * Values with what depends on them settled: computed values made anew, values of fields that are not there removed, keys the
 * form does not know left out.
 */
export function settle(
  form: FormDefinition,
  values: FormValues,
  now?: string,
): { values: FormValues; states: FieldStates } {
  const plan = formPlan(form)
  let settled: FormValues = { ...values }
  let states: FieldStates = new Map()
  for (let pass = 0; pass < plan.passes; pass++) {
    const before = settled
    states = new Map()
    settled = settleFields(plan.fields, before, before, { states, now, prefix: '' })
    if (equalValues(before, settled)) break
  }
  const ordered: FormValues = {}
  for (const key of keysInOrder(form)) if (settled[key] !== undefined) ordered[key] = settled[key]
  return { values: ordered, states }
}

function keysInOrder(form: FormDefinition): string[] {
  const keys: string[] = []
  const open = (properties: FormDefinition['schema']['properties']) => {
    for (const [key, schema] of Object.entries(properties)) {
      if (schema.type === 'void') open(schema.properties ?? {})
      else keys.push(key)
    }
  }
  open(form.schema.properties)
  return keys
}

interface Settling {
  states: FieldStates
  now: string | undefined
  prefix: string
}

/** Settles the fields of one level; `outer` are the names expressions see besides this level's own. */
function settleFields(fields: FieldPlan[], own: FormValues, outer: FormValues, at: Settling): FormValues {
  const settled: FormValues = {}
  for (const { key } of fields) if (Object.hasOwn(own, key)) settled[key] = own[key]
  const scope: FormValues = outer === own ? settled : { ...outer, ...settled }
  for (const plan of fields) {
    const address = at.prefix + plan.key
    const state = stateOf(plan, scope, settled[plan.key], at.now)
    at.states.set(address, state)
    if (state.display === 'none') delete settled[plan.key]
    else {
      const value = state.computed && !plan.system ? state.computed.value : settled[plan.key]
      const inside = settleInside(plan, value, scope, address, at)
      if (inside === undefined || inside === null) delete settled[plan.key]
      else settled[plan.key] = inside
    }
    if (scope !== settled) {
      if (settled[plan.key] === undefined) delete scope[plan.key]
      else scope[plan.key] = settled[plan.key]
    }
  }
  return settled
}

function stateOf(plan: FieldPlan, scope: FormValues, value: unknown, now: string | undefined): Readonly<FieldState> {
  if (plan.fixed) return plan.fixed
  const seen = { ...scope, $self: { value } }
  return innermost(
    plan.levels.map((level) => {
      const state = { ...level.base }
      for (const rule of level.rules) rule(seen, now, state)
      return state
    }),
  )
}

function settleInside(plan: FieldPlan, value: unknown, scope: FormValues, address: string, at: Settling): unknown {
  const { children } = plan
  if (!children || value === undefined || value === null) return value
  if (!plan.isTable) {
    return isRecord(value) ? settleFields(children, value, scope, { ...at, prefix: `${address}.` }) : value
  }
  if (!Array.isArray(value)) return value
  return value.map((row, index) => {
    if (!isRecord(row)) return row
    const settled = settleFields(children, row, scope, { ...at, prefix: `${address}.${index}.` })
    return row.id === undefined ? settled : { id: row.id, ...settled }
  })
}
