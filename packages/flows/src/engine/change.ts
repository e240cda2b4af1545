import { changed } from './changed.ts'
import { setDecision, settleDecision } from './decisions.ts'
import type { Event } from './event.ts'
import { placeOf, placeOfRound } from './find-activation.ts'
import type { Activation, Arrival, Instance, Round, Seat } from './instance.ts'
import { uncompensate } from './lineage.ts'

/** The steps of `apply` that take more than a line. */

type Of<T extends Event['type']> = Extract<Event, { type: T }>

export function enter(state: Instance, event: Of<'ElementEntered'>): void {
  state.next = event.activationId + 1
  const activation: Activation = { id: event.activationId, element: event.elementId, from: event.from }
  if (event.scope !== undefined) activation.scope = event.scope
  if (event.anew) activation.anew = true
  if (event.variables) activation.variables = event.variables
  if (event.instance !== undefined) activation.instance = event.instance
  if (event.compensates !== undefined) activation.compensates = event.compensates
  if (event.joins) activation.joined = consume(state, event.joins, event.scope)
  state.activations.push(activation)
}

/** Takes one waiting token of each flow, the one that waits longest. */
function consume(state: Instance, flows: readonly string[], scope: number | undefined): Arrival[] {
  const taken = flows.flatMap(
    (flow) => state.arrivals.find((arrival) => arrival.flow === flow && arrival.scope === scope) ?? [],
  )
  state.arrivals = state.arrivals.filter((arrival) => !taken.includes(arrival))
  return taken
}

export function leave(state: Instance, event: Of<'ElementLeft'>): void {
  if (event.interrupted) state.arrivals = state.arrivals.filter(({ scope }) => scope !== event.activationId)
  if (!event.kept) {
    state.activations = state.activations.filter(({ id }) => id !== event.activationId)
    return
  }
  const left = event.interrupted ? { done: state.next, cut: event.interrupted } : { done: state.next }
  changeActivation(state, event.activationId, (activation) => changed(activation, left))
  // Of two that are compensated, one was left first.
  if (event.compensable) state.next += 1
}

export function changeActivation(state: Instance, id: number, to: (activation: Activation) => Activation): void {
  const place = placeOf(state.activations, id)
  const activation = state.activations[place]
  if (activation) state.activations[place] = to(activation)
}

export function changeRound(state: Instance, roundId: string, to: (round: Round) => Round): void {
  const place = placeOfRound(state.activations, roundId)
  const activation = state.activations[place]
  if (activation?.round) state.activations[place] = { ...activation, round: to(activation.round) }
}

export function changeSeat(state: Instance, taskId: string, to: (seat: Seat) => Seat): void {
  for (let index = state.activations.length - 1; index >= 0; index -= 1) {
    const activation = state.activations[index]
    const round = activation?.round
    const place = round ? round.seats.findIndex(({ task }) => task === taskId) : -1
    const seat = round?.seats[place]
    if (!activation || !round || !seat) continue
    state.activations[index] = { ...activation, round: { ...round, seats: round.seats.with(place, to(seat)) } }
    return
  }
}

/** A seat that is to be asked (again): who sits there stays. */
export function undecided({ people, weight, added, removed }: Seat): Seat {
  return {
    people,
    ...(weight !== undefined && { weight }),
    ...(added && { added }),
    ...(removed && { removed }),
  }
}

export function openRound(state: Instance, event: Of<'RoundOpened'>): void {
  const { activationId, roundId, number, places, resubmit } = event
  const round: Round = { id: roundId, number, seats: places, ...(resubmit && { resubmit }) }
  changeActivation(state, activationId, (activation) => changed(activation, { round }))
}

export function closeRound(state: Instance, { roundId, outcome }: Of<'RoundClosed'>): void {
  changeRound(state, roundId, (round) => changed(round, { outcome }))
  const activation = state.activations[placeOfRound(state.activations, roundId)]
  if (activation && !activation.round?.resubmit) setDecision(state, activation, outcome)
}

export function reopenRound(state: Instance, event: Of<'RoundReopened'>): void {
  const activation = state.activations[placeOfRound(state.activations, event.roundId)]
  if (!activation?.round) return
  const { outcome: _, ...round } = activation.round
  changeActivation(state, activation.id, ({ done: __, ...open }) => ({ ...open, round }))
  state.activations = state.activations.map((other) =>
    other.compensates === activation.id ? uncompensate(other) : other,
  )
  settleDecision(state, activation)
}

/** Variables are set in the process, as an activation's own, or in the process that it has called. */
export function setVariables(state: Instance, { variables, scope, called }: Of<'VariablesSet'>): void {
  if (scope === undefined) {
    state.variables = changed(state.variables, variables)
    return
  }
  changeActivation(state, scope, (activation) =>
    called
      ? {
          ...activation,
          called: { ...activation.called, ...variables },
          changed: [...new Set([...(activation.changed ?? []), ...Object.keys(variables)])],
        }
      : { ...activation, variables: { ...activation.variables, ...variables } },
  )
}
