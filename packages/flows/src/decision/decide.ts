import { FlowError } from '../errors.ts'
import type { AllowedValues, Decision, DecisionTable, OutputClause, Rule } from './decision.ts'
import { type Hit, resultOf } from './hit-policy.ts'

/** Evaluates FEEL over variables. */
export type Evaluate = (expression: string, variables: Readonly<Record<string, unknown>>) => unknown

/**
 * Decides: first what the decision requires, then itself.
 *
 * @returns the value of its expression, or of its table: of one output its value, of several a context of them, a list of
 *   these where the hit policy collects; null where no rule hits and no default is given
 * @throws FlowError `HIT_POLICY_VIOLATED`, `VALUE_NOT_ALLOWED`, each with `decisionId`
 */
export function decide({ steps }: Decision, variables: Readonly<Record<string, unknown>>, evaluate: Evaluate): unknown {
  const results = new Map<string, { name: string; value: unknown }>()
  let value: unknown = null
  for (const { id, name, requires, logic } of steps) {
    const required = requires.flatMap((other) => results.get(other) ?? [])
    const scope = { ...variables, ...Object.fromEntries(required.map((one) => [one.name, one.value])) }
    const see = (expression: string) => evaluate(expression, scope)
    value = logic.kind === 'expression' ? see(logic.expression) : namingDecision(id, () => decideByTable(logic, see))
    results.set(id, { name, value })
  }
  return value ?? null
}

function namingDecision(decisionId: string, decision: () => unknown): unknown {
  try {
    return decision()
  } catch (error) {
    if (!(error instanceof FlowError) || error.details.decisionId !== undefined) throw error
    throw new FlowError(error.code, { decisionId, ...error.details }, { cause: error })
  }
}

type See = (expression: string) => unknown

function decideByTable(table: DecisionTable, see: See): unknown {
  for (const { label, expression, allowed } of table.inputs) {
    if (allowed && see(allowed.test) !== true) notAllowed(label, see(expression), allowed)
  }
  const hits = table.rules.flatMap(({ tests, outputs }, index): Hit[] => {
    if (!tests.every((test) => see(test) === true)) return []
    return [{ rule: index + 1, values: outputs.map((output, place) => outputOf(output, table.outputs[place], see)) }]
  })
  return resultOf(table, {
    hits,
    byPriority: () => byPriority(table, hits, see),
    result: ({ values }) => named(table.outputs, values),
    fallback: () => fallbackOf(table.outputs, see),
  })
}

function outputOf(
  { expression, allowed }: Rule['outputs'][number],
  clause: OutputClause | undefined,
  see: See,
): unknown {
  const value = expression === '' ? null : (see(expression) ?? null)
  if (allowed && value !== null && see(allowed.test) !== true) notAllowed(clause?.name ?? '', value, allowed)
  return value
}

/** Of several outputs the first weighs most. A value that is not among the allowed ones comes last. */
function byPriority({ outputs }: DecisionTable, hits: readonly Hit[], see: See): readonly Hit[] {
  const orders = outputs.map(({ order }) => order.map(see))
  const rankOf = (value: unknown, place: number) => {
    const found = orders[place]?.findIndex((other) => same(other, value)) ?? -1
    return found < 0 ? Number.POSITIVE_INFINITY : found
  }
  const compare = (one: Hit, other: Hit) => {
    for (const place of outputs.keys()) {
      const [a, b] = [rankOf(one.values[place], place), rankOf(other.values[place], place)]
      if (a !== b) return a - b
    }
    return 0
  }
  return [...hits].sort(compare)
}

function fallbackOf(outputs: readonly OutputClause[], see: See): unknown {
  if (outputs.every(({ fallback }) => fallback === undefined)) return null
  return named(
    outputs,
    outputs.map(({ fallback }) => (fallback === undefined ? null : (see(fallback) ?? null))),
  )
}

function named(outputs: readonly OutputClause[], values: readonly unknown[]): unknown {
  if (outputs.length === 1) return values[0]
  return Object.fromEntries(outputs.map(({ name }, place) => [name, values[place]]))
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function notAllowed(name: string, value: unknown, { text }: AllowedValues): never {
  throw new FlowError('VALUE_NOT_ALLOWED', { name, value: value ?? null, allowed: text })
}
