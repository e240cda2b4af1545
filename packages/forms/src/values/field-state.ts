import { isExpression } from '../feel/index.ts'
import type { FieldSchema, Json, Reaction } from '../schema/form-definition.ts'
import { namesRead, type Question, question } from './question.ts'
import { root } from './scope.ts'

/** Formily's display: `hidden` keeps its value though it is not shown, `none` has none. */
export type Display = 'visible' | 'hidden' | 'none'

/** What expressions make of a field at one moment. */
export interface FieldState {
  display: Display
  required: boolean
  /** Present when the field is computed. */
  computed?: { value: unknown }
}

/** Answers the question of a number among those of the node. */
export type Answering = (question: number) => unknown

export type StateRule = (answer: Answering, state: FieldState) => void

/** Expressions of one schema node, a field or a section. */
export interface StateRules {
  /** The state without expressions. */
  base: Readonly<FieldState>
  rules: readonly StateRule[]
  questions: readonly Question[]
  /** Names of the values they read. */
  dependencies: readonly string[]
}

/** Compiles `x-visible`, `required`, `x-value` and `x-reactions` of a node, in the order Formily applies them. */
export function stateRules(schema: FieldSchema): StateRules {
  const rules: StateRule[] = []
  const questions: Question[] = []
  const dependencies = new Set<string>()
  const reader = (raw: unknown, deps?: readonly string[]): ((answer: Answering) => unknown) => {
    if (!isExpression(raw)) return () => raw
    const asked = question(raw, deps)
    for (const name of namesRead(asked)) dependencies.add(name)
    const number = questions.push(asked) - 1
    return (answer) => answer(number)
  }
  const setter = (key: string, raw: unknown, deps?: readonly string[]): StateRule[] => {
    const apply = APPLY[key]
    if (!apply) return []
    const read = reader(raw, deps)
    return [(answer, state) => apply(state, read(answer))]
  }
  const reaction = ({ dependencies: deps = [], when, fulfill, otherwise }: Reaction): StateRule => {
    for (const path of deps) dependencies.add(root(path))
    const branch = (state: Record<string, Json> | undefined) =>
      Object.entries(state ?? {}).flatMap(([key, raw]) => setter(key, raw, deps))
    const holds = when === undefined ? () => true : reader(when, deps)
    const [then, instead] = [branch(fulfill?.state), branch(otherwise?.state)]
    return (answer, state) => {
      for (const rule of holds(answer) === true ? then : instead) rule(answer, state)
    }
  }
  if (isExpression(schema['x-visible'])) rules.push(...setter('visible', schema['x-visible']))
  if (isExpression(schema.required)) rules.push(...setter('required', schema.required))
  if (schema['x-value'] !== undefined) rules.push(...setter('value', schema['x-value']))
  rules.push(...reactionsOf(schema).map(reaction))
  const base: FieldState = {
    display: schema['x-visible'] === false ? 'none' : 'visible',
    required: schema.required === true,
  }
  return { base, rules, questions, dependencies: [...dependencies] }
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

/** The state of a field from its own and those of the sections around it, outermost first: what lies in something hidden is hidden. */
export function innermost(
  sections: ReadonlyArray<Readonly<FieldState>>,
  own: Readonly<FieldState>,
): Readonly<FieldState> {
  const all = [...sections, own]
  if (all.some((state) => state.display === 'none')) return { ...own, display: 'none' }
  return all.some((state) => state.display === 'hidden') ? { ...own, display: 'hidden' } : own
}
