import { type CompiledExpression, compile, isExpression } from '../feel/index.ts'
import type { FieldSchema, FormValues, Json, Reaction } from '../schema/form-definition.ts'

/** Formily's display: `hidden` keeps its value though it is not shown, `none` has none. */
export type Display = 'visible' | 'hidden' | 'none'

/** What expressions make of a field at one moment. */
export interface FieldState {
  display: Display
  required: boolean
  /** Present when the field is computed. */
  computed?: { value: unknown }
}

/** Names an expression of this field sees. */
export type StateScope = FormValues

export type StateRule = (scope: StateScope, now: string | undefined, state: FieldState) => void

/** Expressions of one schema node, and the names they read. */
export interface StateRules {
  /** The state without expressions. */
  base: Readonly<FieldState>
  rules: StateRule[]
  dependencies: string[]
}

/** Compiles `x-visible`, `required`, `x-value` and `x-reactions` of a node, in the order Formily applies them. */
export function stateRules(schema: FieldSchema): StateRules {
  const rules: StateRule[] = []
  const dependencies: string[] = []
  const track = (compiled: CompiledExpression) => {
    dependencies.push(...compiled.paths)
    return compiled
  }
  const value = (raw: unknown): ((scope: StateScope, now: string | undefined) => unknown) => {
    if (!isExpression(raw)) return () => raw
    const compiled = track(compile(raw))
    return (scope, now) => (compiled.issues.length > 0 ? null : compiled.evaluate(scope, now ? { now } : {}))
  }
  const set = (key: string, raw: unknown) => {
    const apply = APPLY[key]
    if (!apply) return undefined
    const read = value(raw)
    return ((scope, now, state) => apply(state, read(scope, now))) satisfies StateRule
  }
  const add = (key: string, raw: unknown) => {
    const rule = raw === undefined ? undefined : set(key, raw)
    if (rule) rules.push(rule)
  }
  const base: FieldState = {
    display: schema['x-visible'] === false ? 'none' : 'visible',
    required: schema.required === true,
  }
  if (isExpression(schema['x-visible'])) add('visible', schema['x-visible'])
  if (isExpression(schema.required)) add('required', schema.required)
  add('value', schema['x-value'])
  for (const reaction of reactionsOf(schema)) rules.push(reactionRule(reaction, value, set, dependencies))
  return { base, rules, dependencies: dependencies.filter((name) => !name.startsWith('$')) }
}

export function reactionsOf(schema: FieldSchema): Reaction[] {
  const reactions = schema['x-reactions']
  return reactions === undefined ? [] : Array.isArray(reactions) ? reactions : [reactions]
}

const APPLY: Record<string, (state: FieldState, value: unknown) => void> = {
  visible: (state, value) => {
    state.display = value === true ? 'visible' : 'none'
  },
  hidden: (state, value) => {
    state.display = value === true ? 'hidden' : 'visible'
  },
  display: (state, value) => {
    if (value === 'visible' || value === 'hidden' || value === 'none') state.display = value
  },
  required: (state, value) => {
    state.required = value === true
  },
  value: (state, value) => {
    state.computed = { value }
  },
}

function reactionRule(
  reaction: Reaction,
  value: (raw: unknown) => (scope: StateScope, now: string | undefined) => unknown,
  set: (key: string, raw: unknown) => StateRule | undefined,
  dependencies: string[],
): StateRule {
  const when = reaction.when === undefined ? undefined : value(reaction.when)
  const names = reaction.dependencies ?? []
  dependencies.push(...names)
  const branch = (state: Record<string, Json> | undefined) =>
    Object.entries(state ?? {}).flatMap(([key, raw]) => set(key, raw) ?? [])
  const fulfill = branch(reaction.fulfill?.state)
  const otherwise = branch(reaction.otherwise?.state)
  return (scope, now, state) => {
    const own = names.length > 0 ? { ...scope, $deps: names.map((name) => valueAt(scope, name)) } : scope
    const holds = when === undefined || when(own, now) === true
    for (const rule of holds ? fulfill : otherwise) rule(own, now, state)
  }
}

function valueAt(scope: StateScope, path: string): unknown {
  let at: unknown = scope
  for (const key of path.split('.')) {
    at = typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : null
  }
  return at ?? null
}

/** The state of a field from those of the sections around it, outermost first, and its own: what lies in something hidden is hidden. */
export function innermost(states: ReadonlyArray<Readonly<FieldState>>): FieldState {
  const own = states.at(-1) ?? { display: 'visible', required: false }
  if (states.some((state) => state.display === 'none')) return { ...own, display: 'none' }
  return states.some((state) => state.display === 'hidden') ? { ...own, display: 'hidden' } : own
}
