import { componentOf } from '../components/components.ts'
import type { FieldSchema, FormDefinition } from '../schema/form-definition.ts'
import { isObjectField, isSubTable } from '../schema/walk-fields.ts'
import { type FieldRule, fieldRules } from './field-rules.ts'
import { type FieldState, innermost, type StateRules, stateRules } from './field-state.ts'

/** Everything known of a field before there are values: made once a form. */
export interface FieldPlan {
  key: string
  path: string
  schema: FieldSchema
  /** Sections around it, outermost first, then the field itself. */
  levels: StateRules[]
  rules: FieldRule[]
  /** The flow alone writes it. */
  system: boolean
  /** Fields of an object, or columns of a sub-table, in the order they are computed. */
  children?: FieldPlan[]
  isTable: boolean
  /** The state of a field without expressions around it. */
  fixed: Readonly<FieldState> | undefined
}

/** The fields of a form in the order in which their states can be computed. */
export interface FormPlan {
  fields: FieldPlan[]
  /** More than one pass is needed when a column and a field outside read each other's neighbours. */
  passes: number
}

const plans = new WeakMap<object, FormPlan>()

/** The plan of a form; made once a schema. */
export function formPlan(form: FormDefinition): FormPlan {
  const known = plans.get(form.schema)
  if (known) return known
  const { ordered, cyclic } = inOrder(plansOf(form.schema, form, '', []))
  const plan = { fields: ordered, passes: cyclic ? 8 : 1 }
  plans.set(form.schema, plan)
  return plan
}

function plansOf(node: FieldSchema, form: FormDefinition, prefix: string, sections: StateRules[]): FieldPlan[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, schema]) => {
    const levels = [...sections, stateRules(schema)]
    if (schema.type === 'void') return plansOf(schema, form, prefix, levels)
    const path = prefix + key
    const inside = isSubTable(schema) ? schema.items : isObjectField(schema) ? schema : undefined
    const children = inside && inOrder(plansOf(inside, form, `${path}.`, [])).ordered
    const plan: FieldPlan = {
      key,
      path,
      schema,
      levels,
      rules: fieldRules(schema, form),
      system: componentOf(schema).system === true,
      isTable: isSubTable(schema),
      fixed: levels.some((level) => level.rules.length > 0) ? undefined : innermost(levels.map((level) => level.base)),
    }
    return children ? [{ ...plan, children }] : [plan]
  })
}

/** Root names a field waits for: those of its own expressions and of what lies inside it. */
function waitsFor(plan: FieldPlan): Set<string> {
  const names = new Set<string>()
  for (const level of plan.levels) for (const path of level.dependencies) names.add(path.split('.')[0] ?? path)
  for (const child of plan.children ?? []) for (const name of waitsFor(child)) names.add(name)
  for (const child of plan.children ?? []) names.delete(child.key)
  names.delete(plan.key)
  return names
}

/** Fields sorted so that each comes after what it reads; document order where nothing is read. */
function inOrder(plans: FieldPlan[]): { ordered: FieldPlan[]; cyclic: boolean } {
  const byKey = new Map(plans.map((plan) => [plan.key, plan]))
  const ordered = new Set<FieldPlan>()
  const open = new Set<FieldPlan>()
  let cyclic = false
  const visit = (plan: FieldPlan) => {
    if (ordered.has(plan)) return
    if (open.has(plan)) {
      cyclic = true
      return
    }
    open.add(plan)
    for (const name of waitsFor(plan)) {
      const before = byKey.get(name)
      if (before) visit(before)
    }
    open.delete(plan)
    ordered.add(plan)
  }
  for (const plan of plans) visit(plan)
  return { ordered: [...ordered], cyclic }
}
