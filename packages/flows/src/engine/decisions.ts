import { bareIdOf } from '../definition/element-key.ts'
import { changed } from './changed.ts'
import type { Variables } from './command.ts'
import type { Activation } from './instance.ts'
import type { State } from './state.ts'
import { compensatedBy } from './variables.ts'

/**
 * `decisions.<element id>` is what gateways ask for. Each instance of an activity, and each called process, has decisions
 * of its own; all others stand in the process.
 */
type Place = { process: true } | { scope: number; in: 'variables' | 'called' }

/** @param outcome undefined: nothing is decided there any more */
export function setDecision(state: State, activation: Activation, outcome: string | undefined): void {
  const place = placeOf(state, activation)
  if (!place) return
  const write = (variables: Readonly<Variables>): Variables => {
    const { decisions = {} } = variables as { decisions?: Variables }
    const element = bareIdOf(activation.element)
    if (outcome !== undefined) return changed(variables, { decisions: { ...decisions, [element]: outcome } })
    const { [element]: _, ...others } = decisions
    return changed(variables, { decisions: others })
  }
  if ('process' in place) {
    state.variables = write(state.variables)
    return
  }
  state.replace(
    ({ id }) => id === place.scope,
    (holder) => ({ ...holder, [place.in]: write(holder[place.in] ?? {}) }),
  )
}

/** After an undo, a decision is that of the latest round of the element that still stands in the same place. */
export function settleDecision(state: State, activation: Activation): void {
  const place = placeOf(state, activation)
  if (!place) return
  const standing = state.activations.findLast(
    (other) => other.element === activation.element && other.round?.outcome && same(placeOf(state, other), place),
  )
  setDecision(state, activation, standing?.round?.outcome)
}

/** Undefined when what held the decision is gone itself. */
function placeOf(state: State, activation: Activation): Place | undefined {
  if (activation.variables?.decisions !== undefined) {
    return state.find(activation.id) ? { scope: activation.id, in: 'variables' } : undefined
  }
  const compensated = compensatedBy(state, activation)
  if (compensated) return placeOf(state, compensated)
  for (let scope = activation.scope; scope !== undefined; ) {
    const around: Activation | undefined = state.find(scope)
    if (!around) return undefined
    if (around.called) return { scope, in: 'called' }
    if (around.variables?.decisions !== undefined) return { scope, in: 'variables' }
    const outer = compensatedBy(state, around)
    if (outer) return placeOf(state, outer)
    scope = around.scope
  }
  return { process: true }
}

function same(one: Place | undefined, other: Place): boolean {
  if (!one || 'process' in one || 'process' in other) return one !== undefined && 'process' in one && 'process' in other
  return one.scope === other.scope && one.in === other.in
}
