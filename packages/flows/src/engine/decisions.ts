import { bareIdOf } from '../definition/element-key.ts'
import type { Variables } from './command.ts'
import { findActivation, placeOf as indexOf } from './find-activation.ts'
import type { Activation, Instance } from './instance.ts'
import { compensatedBy } from './variables.ts'

/**
 * `decisions.<element id>` is what gateways ask for. Each instance of an activity, and each called process, has decisions
 * of its own; all others stand in the process.
 */
type Place = { process: true } | { scope: number; in: 'variables' | 'called' }

/** @param outcome undefined: nothing is decided there any more */
export function setDecision(state: Instance, activation: Activation, outcome: string | undefined): void {
  const place = placeOf(state, activation)
  if (!place) return
  const write = (variables: Readonly<Variables>): Variables => {
    const { [bareIdOf(activation.element)]: _, ...others } = (variables.decisions ?? {}) as Record<string, unknown>
    const decisions = outcome === undefined ? others : { ...others, [bareIdOf(activation.element)]: outcome }
    return { ...variables, decisions }
  }
  if ('process' in place) {
    state.variables = write(state.variables)
    return
  }
  const index = indexOf(state.activations, place.scope)
  const holder = state.activations[index]
  if (holder) state.activations[index] = { ...holder, [place.in]: write(holder[place.in] ?? {}) }
}

/** After an undo, a decision is that of the latest round of the element that still stands in the same place. */
export function settleDecision(state: Instance, activation: Activation): void {
  const place = placeOf(state, activation)
  if (!place) return
  const standing = state.activations.findLast(
    (other) => other.element === activation.element && other.round?.outcome && same(placeOf(state, other), place),
  )
  setDecision(state, activation, standing?.round?.outcome)
}

/** Undefined when what held the decision is gone itself. */
function placeOf(state: Instance, activation: Activation): Place | undefined {
  if (activation.variables?.decisions !== undefined) {
    const stands = state.activations.some(({ id }) => id === activation.id)
    return stands ? { scope: activation.id, in: 'variables' } : undefined
  }
  const compensated = compensatedBy(state, activation)
  if (compensated) return placeOf(state, compensated)
  for (let scope = activation.scope; scope !== undefined; ) {
    const around: Activation | undefined = findActivation(state.activations, scope)
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
