import { blankInstance } from '../engine/apply.ts'
import type { Activation, Instance } from '../engine/instance.ts'
import { ancestorsOf, sameLineage, undoLineage } from '../engine/lineage.ts'
import { placeOf, placeOfArrival, type Versions } from './fit.ts'
import { inspect, isClean } from './inspect.ts'
import { freshTimers } from './troubles.ts'

/**
 * Visits that were left and that nothing may return to under the newer version: their element is gone, or, opened again,
 * they would leave a token stuck or doubled. With a join, what lies between it and where its branches began goes too, so
 * that no return takes one of its tokens and leaves the other behind.
 */
export function lostHistory(versions: Versions, state: Instance): number[] {
  const { activations } = state
  const lost = new Set<number>()
  for (const activation of activations) {
    const { id, done, scope, joined } = activation
    if (done === undefined) continue
    const inLost = scope !== undefined && lost.has(scope)
    if (inLost || !placeOf(versions, activation, activations)) lost.add(id)
    else if (joined && !joined.every((arrival) => placeOfArrival(versions, arrival, activations))) lost.add(id)
    else if (!joined && !isOnlyCompensated(versions, activation) && !canBeOpenedAgain(versions, state, activation)) {
      lost.add(id)
    }
  }
  for (const { id, joined } of activations) {
    if (joined && lost.has(id) && !sameLineage(joined))
      for (const between of branchesBefore(activations, id)) lost.add(between)
  }
  loseWhole(activations, lost)
  return activations.filter(({ id, done }) => done !== undefined && lost.has(id)).map(({ id }) => id)
}

/** Nobody returns there, and it is remembered for what may have to compensate it. */
function isOnlyCompensated({ from }: Versions, { element, compensates }: Activation): boolean {
  const { type, compensable } = from.elements[element] ?? {}
  return (compensable || compensates !== undefined) && type !== 'bpmn:UserTask' && type !== 'bpmn:StartEvent'
}

/** Of the instances of an activity that was left, none is forgotten without the others. */
function loseWhole(activations: readonly Activation[], lost: Set<number>): void {
  for (let size = -1; size !== lost.size; ) {
    size = lost.size
    for (const { id, instance, scope } of activations) {
      if (scope === undefined) continue
      const whole = activations.find((around) => around.id === scope)
      if (instance !== undefined && lost.has(id) && whole?.done !== undefined) lost.add(scope)
      if (lost.has(scope)) lost.add(id)
    }
  }
}

function canBeOpenedAgain(versions: Versions, state: Instance, { id }: Activation): boolean {
  const again: Instance = { ...blankInstance(), activations: [...state.activations], arrivals: [...state.arrivals] }
  undoLineage(again, id)
  again.activations = again.activations.map((activation) => {
    const { done: _, ...open } = activation
    return activation.id === id ? open : activation
  })
  const reopened = again.activations.filter(({ id: one, done }) => {
    const before = state.activations.find((activation) => activation.id === one)
    return done === undefined && before?.done !== undefined
  })
  again.timers = [...state.timers, ...freshTimers(versions.from, reopened)]
  return isClean(inspect(versions, again))
}

/** What led to some of the tokens of a join and not to all. */
function branchesBefore(activations: readonly Activation[], join: number): number[] {
  const joined = activations.find(({ id }) => id === join)?.joined ?? []
  const lines = joined.map(({ from }) => new Set(from.flatMap((id) => [id, ...ancestorsOf(activations, id)])))
  const all = new Set(lines.flatMap((line) => [...line]))
  return [...all].filter((id) => !lines.every((line) => line.has(id)))
}
