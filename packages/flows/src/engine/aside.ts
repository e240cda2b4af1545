import { changeActivation, setDecision, undecided } from './change.ts'
import type { Activation, Arrival, Aside, Instance, Round } from './instance.ts'

/**
 * The way straight back. A return that asks for it keeps what it undoes aside, at the activation that it opens anew;
 * when that one is left, all of it goes on where it stood, as descendants of the new activation.
 */

/**
 * False when what the joins among it had consumed is gone meanwhile, or a sub-process around it, or what it compensates is
 * compensated already: then it cannot go on.
 */
export function canResume(state: Instance, aside: Aside): boolean {
  const waiting = [...state.arrivals]
  const tokensWait = aside.restored.every((arrival) => {
    const index = waiting.findIndex((other) => sameArrival(other, arrival))
    return index >= 0 && waiting.splice(index, 1).length > 0
  })
  const scopesOpen = aside.scopes.every(({ id }) => state.activations.some((scope) => scope.id === id && !scope.done))
  const compensated = new Set(state.activations.flatMap(({ compensates }) => compensates ?? []))
  const compensatedOnce = aside.activations.every(({ compensates = 0 }) => !compensated.has(compensates))
  return tokensWait && scopesOpen && compensatedOnce
}

/** Numbers what was aside anew, after all that happened meanwhile, and puts it back. */
export function resumeAside(state: Instance, heir: number): void {
  const aside = state.activations.find(({ id }) => id === heir)?.aside
  if (!aside) return
  const numbers = new Map([[aside.of, heir]])
  for (const { id } of aside.activations) {
    numbers.set(id, state.next)
    state.next += 1
  }
  const renumbered = (id: number) => numbers.get(id) ?? id

  for (const arrival of aside.restored) {
    const index = state.arrivals.findIndex((other) => sameArrival(other, arrival))
    state.arrivals.splice(index, 1)
  }
  for (const { id, ends, done } of aside.scopes) {
    changeActivation(state, id, (scope) => ({ ...scope, ends: ends?.map(renumbered), done }))
  }
  state.arrivals.push(...aside.arrivals.map((arrival) => renumberArrival(arrival, renumbered)))
  state.activations.push(...aside.activations.map((activation) => renumberActivation(activation, renumbered)))
  for (const { element, round } of aside.activations) if (round?.outcome) setDecision(state, element, round.outcome)
  changeActivation(state, heir, ({ aside: _, ...activation }) => activation)
}

function renumberActivation(activation: Activation, renumbered: (id: number) => number): Activation {
  return {
    ...activation,
    id: renumbered(activation.id),
    from: activation.from.map(renumbered),
    ...(activation.scope !== undefined && { scope: renumbered(activation.scope) }),
    ...(activation.compensates !== undefined && { compensates: renumbered(activation.compensates) }),
    ...(activation.ends && { ends: activation.ends.map(renumbered) }),
    ...(activation.joined && { joined: activation.joined.map((arrival) => renumberArrival(arrival, renumbered)) }),
    ...(activation.round && { round: askAgain(activation.round) }),
    ...(activation.aside && { aside: renumberAside(activation.aside, renumbered) }),
  }
}

function renumberAside(aside: Aside, renumbered: (id: number) => number): Aside {
  return {
    ...aside,
    of: renumbered(aside.of),
    activations: aside.activations.map((activation) => renumberActivation(activation, renumbered)),
    arrivals: aside.arrivals.map((arrival) => renumberArrival(arrival, renumbered)),
    restored: aside.restored.map((arrival) => renumberArrival(arrival, renumbered)),
    scopes: aside.scopes.map((scope) => renumberActivation(scope, renumbered)),
  }
}

function renumberArrival(arrival: Arrival, renumbered: (id: number) => number): Arrival {
  const from = arrival.from.map(renumbered)
  return arrival.scope === undefined ? { ...arrival, from } : { ...arrival, from, scope: renumbered(arrival.scope) }
}

/** Who returned the case is asked again. */
function askAgain(round: Round): Round {
  return { ...round, seats: round.seats.map((seat) => (seat.decision === 'return' ? undecided(seat) : seat)) }
}

function sameArrival(one: Arrival, other: Arrival): boolean {
  return (
    one.flow === other.flow &&
    one.scope === other.scope &&
    one.from.length === other.from.length &&
    one.from.every((id) => other.from.includes(id))
  )
}
