import type { FormValues } from '../schema/form-definition.ts'
import { isRecord } from '../schema/is-record.ts'
import { equalValues } from './equal-values.ts'
import type { FieldPlan, LevelPlan, NodePlan } from './field-plan.ts'
import { type FieldState, innermost } from './field-state.ts'
import { type Answer, ask, clockInput, sameInputs } from './question.ts'
import { lookUp, type Scope } from './scope.ts'

/**
 * The values of a level, settled: computed values made anew, values of fields that are not there removed, keys that no field has
 * left out. A level is never changed, so the next one may take over of it what is made of the same values.
 */
export interface Level {
  /** What was given. */
  given: FormValues
  /** What was read outside. */
  outside: readonly unknown[]
  /** The very object that was given where nothing had to be changed. */
  values: FormValues
  /** By place of the field in its plan. */
  states: ReadonlyArray<Readonly<FieldState>>
  /** Of an object its level, of a sub-table one for each row that is one; by place of the field. */
  inside: ReadonlyArray<Level | ReadonlyArray<Level | undefined> | undefined>
  /** By place of the node, then of its question. */
  answers: ReadonlyArray<Answer[] | undefined>
}

const NOTHING: readonly never[] = []

/** Settles the values of a form. @param previous the level of earlier values */
export function settle(plan: LevelPlan, values: FormValues, now: string, previous?: Level): Level {
  let given = values
  let level = previous
  for (let pass = 0; pass < plan.passes; pass++) {
    level = settleLevel(plan, given, { outer: undefined, now, isRow: false }, level)
    if (plan.passes === 1 || equalValues(given, level.values)) break
    given = level.values
  }
  return level ?? settleLevel(plan, values, { outer: undefined, now, isRow: false }, undefined)
}

interface Around {
  outer: Scope | undefined
  now: string
  isRow: boolean
}

/** What a level reads of the values around it. */
export function outsideOf({ outer, clock }: LevelPlan, scope: Scope | undefined, now: string): unknown[] {
  const read: unknown[] = outer.map((name) => scope && lookUp(scope, name))
  if (clock !== 'none') read.push(clockInput(clock, now))
  return read
}

function settleLevel(plan: LevelPlan, given: FormValues, around: Around, previous: Level | undefined): Level {
  const outside = outsideOf(plan, around.outer, around.now)
  if (previous && previous.given === given && sameInputs(previous.outside, outside)) return previous
  const values: FormValues = {}
  if (around.isRow && given.id !== undefined) values.id = given.id
  for (const { key } of plan.fields) {
    const value = Object.hasOwn(given, key) ? given[key] : undefined
    if (value !== undefined && value !== null) values[key] = value
  }
  const level = { given, outside, values, states: plan.fixed ?? NOTHING, inside: NOTHING, answers: NOTHING }
  const decided = plan.fixed ? level : { ...level, ...settleFields(plan, values, around, previous) }
  return { ...decided, values: sameObject(values, [given, previous?.values]) }
}

/** Of what was given, and what was made before, the very object where nothing differs: who compares sees at once that it is the same. */
function sameObject(values: FormValues, earlier: Array<FormValues | undefined>): FormValues {
  const keys = Object.keys(values)
  const isSame = (other: FormValues | undefined) =>
    other !== undefined &&
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && values[key] === other[key])
  return earlier.find(isSame) ?? values
}

/** Decides about each field, and writes into `values` what it makes of them. */
function settleFields(plan: LevelPlan, values: FormValues, around: Around, previous: Level | undefined) {
  const scope: Scope = { values, keys: plan.keys, up: around.outer }
  const states: Array<Readonly<FieldState>> = []
  const inside: Array<Level['inside'][number]> = []
  const answers: Array<Answer[] | undefined> = []
  const sections: Array<Readonly<FieldState> | undefined> = []
  const nodeState = (node: NodePlan, self: unknown): Readonly<FieldState> => {
    if (node.rules.length === 0) return node.base
    const before = previous?.answers[node.index] ?? NOTHING
    const own: Answer[] = []
    answers[node.index] = own
    const state = { ...node.base }
    const answer = (index: number) => {
      const asked = node.questions[index]
      if (!asked) return null
      own[index] ??= ask(asked, { scope, self, now: around.now }, before[index])
      return own[index].result
    }
    for (const rule of node.rules) rule(answer, state)
    return state
  }
  const sectionState = (node: NodePlan) => {
    sections[node.index] ??= nodeState(node, null)
    return sections[node.index] ?? node.base
  }
  for (const [index, field] of plan.fields.entries()) {
    const { key } = field
    const state = field.fixed ?? innermost(field.sections.map(sectionState), nodeState(field.node, values[key] ?? null))
    states.push(state)
    if (state.display === 'none') {
      if (values[key] !== undefined) delete values[key]
      continue
    }
    const value = state.computed && !field.system ? state.computed.value : values[key]
    const settled = settleInside(field, value, { ...around, outer: scope }, previous, index)
    inside[index] = settled.inside
    if (settled.value !== undefined && settled.value !== null) values[key] = settled.value
    else if (values[key] !== undefined) delete values[key]
  }
  return { states, inside, answers }
}

interface Inside {
  value: unknown
  inside?: Level['inside'][number]
}

function settleInside(
  field: FieldPlan,
  value: unknown,
  around: Around,
  previous: Level | undefined,
  index: number,
): Inside {
  const { inside: plan } = field
  if (!plan || value === undefined || value === null) return { value }
  const before = previous?.inside[index]
  if (!field.isTable) {
    if (!isRecord(value)) return { value }
    const level = settleLevel(plan, value, { ...around, isRow: false }, isLevel(before) ? before : undefined)
    return { value: level.values, inside: level }
  }
  if (!Array.isArray(value)) return { value }
  const levels = isLevel(before) ? NOTHING : (before ?? NOTHING)
  const rows: Array<Level | undefined> = []
  let isSame = true
  const settled = value.map((row, at) => {
    const level = isRecord(row) ? settleLevel(plan, row, { ...around, isRow: true }, levels[at]) : undefined
    rows.push(level)
    const made = level ? level.values : row
    if (made !== row) isSame = false
    return made
  })
  return { value: isSame ? value : sameList(previous?.values[field.key], settled), inside: rows }
}

/** The earlier list when it holds the very same rows. */
function sameList(earlier: unknown, list: unknown[]): unknown[] {
  return Array.isArray(earlier) && sameInputs(earlier, list) ? earlier : list
}

/** What lies inside a field, when it is an object and no rows. */
export function isLevel(value: Level['inside'][number]): value is Level {
  return value !== undefined && !Array.isArray(value)
}
