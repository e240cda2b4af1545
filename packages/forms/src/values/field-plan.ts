import { componentOf } from '../components/components.ts'
import type { FieldSchema, FormDefinition } from '../schema/form-definition.ts'
import { isObjectField, isSubTable } from '../schema/walk-fields.ts'
import { type FieldRules, fieldRules } from './field-rules.ts'
import { type FieldState, innermost, type StateRules, stateRules } from './field-state.ts'
import { type ClockReading, namesRead } from './question.ts'

/** A field, or a section around fields, with its expressions. */
export interface NodePlan extends StateRules {
  /** Its place among the nodes of its level. */
  index: number
}

/** Everything known of a field before there are values: made once a form. */
export interface FieldPlan {
  key: string
  path: string
  schema: FieldSchema
  /** Outermost first. */
  sections: NodePlan[]
  node: NodePlan
  rules: FieldRules
  /** The flow alone writes it. */
  system: boolean
  /** The fields of an object, or the columns of a sub-table. */
  inside?: LevelPlan
  isTable: boolean
  /** The state of a field without expressions around it. */
  fixed: Readonly<FieldState> | undefined
}

/** The fields of a form, of an object, or of the rows of a sub-table. */
export interface LevelPlan {
  /** In the order in which their states can be computed. */
  fields: FieldPlan[]
  keys: ReadonlySet<string>
  /** The keys as the schema has them. */
  order: readonly string[]
  /** The states of the fields when nothing about them has to be decided: no expressions, nothing inside, none that is never there. */
  fixed: ReadonlyArray<Readonly<FieldState>> | undefined
  /** Names of values outside that expressions of the level, or inside it, read. */
  outer: readonly string[]
  /** How closely an expression of the level, or inside it, looks at the clock. */
  clock: ClockReading
  /** More than one pass is needed when a column and a field outside read each other's neighbours. */
  passes: number
}

const plans = new WeakMap<object, LevelPlan>()

/** The plan of a form; made once a schema. */
export function formPlan(form: FormDefinition): LevelPlan {
  const known = plans.get(form.schema)
  if (known) return known
  const plan = levelPlan(form.schema, form, '')
  plans.set(form.schema, plan)
  return plan
}

function levelPlan(schema: FieldSchema, form: FormDefinition, prefix: string): LevelPlan {
  const nodes: NodePlan[] = []
  const inDocument = fieldPlans(schema, form, prefix, [], nodes)
  const { ordered, cyclic } = inOrder(inDocument)
  const keys = new Set(inDocument.map(({ key }) => key))
  const states = ordered.flatMap(({ fixed, inside }) => (inside || fixed?.display === 'none' ? [] : (fixed ?? [])))
  const questions = [
    ...nodes.flatMap((node) => node.questions),
    ...ordered.flatMap(({ rules }) => rules.questions.map(({ question }) => question)),
  ]
  const inner = ordered.flatMap(({ inside }) => inside ?? [])
  const read = [...questions.flatMap(namesRead), ...inner.flatMap(({ outer }) => outer)]
  return {
    fields: ordered,
    keys,
    order: inDocument.map(({ key }) => key),
    fixed: states.length === ordered.length ? states : undefined,
    outer: [...new Set(read)].filter((name) => !keys.has(name)),
    clock: closest([...questions, ...inner].map(({ clock }) => clock)),
    passes: cyclic ? 8 : 1,
  }
}

function closest(readings: ClockReading[]): ClockReading {
  return readings.find((one) => one === 'instant') ?? readings.find((one) => one === 'day') ?? 'none'
}

function fieldPlans(
  node: FieldSchema,
  form: FormDefinition,
  prefix: string,
  sections: NodePlan[],
  nodes: NodePlan[],
): FieldPlan[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, schema]) => {
    const own: NodePlan = { ...stateRules(schema), index: nodes.length }
    nodes.push(own)
    if (schema.type === 'void') return fieldPlans(schema, form, prefix, [...sections, own], nodes)
    const path = prefix + key
    const content = isSubTable(schema) ? schema.items : isObjectField(schema) ? schema : undefined
    const inside = content && levelPlan(content, form, `${path}.`)
    const plan: FieldPlan = {
      key,
      path,
      schema,
      sections,
      node: own,
      rules: fieldRules(schema, form),
      system: componentOf(schema).system === true,
      isTable: isSubTable(schema),
      fixed: fixedState(sections, own),
    }
    return inside ? [{ ...plan, inside }] : [plan]
  })
}

function fixedState(sections: NodePlan[], own: NodePlan): Readonly<FieldState> | undefined {
  if ([...sections, own].some(({ rules }) => rules.length > 0)) return undefined
  return innermost(
    sections.map(({ base }) => base),
    own.base,
  )
}

/** Names a field waits for: those of its own expressions and of what lies inside it. */
function waitsFor(plan: FieldPlan): Set<string> {
  const names = new Set<string>()
  for (const node of [...plan.sections, plan.node]) for (const name of node.dependencies) names.add(name)
  for (const child of plan.inside?.fields ?? []) for (const name of waitsFor(child)) names.add(name)
  for (const key of plan.inside?.keys ?? []) names.delete(key)
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
