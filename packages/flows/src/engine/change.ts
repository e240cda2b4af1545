import { changed } from './changed.ts'
import { setDecision, settleDecision } from './decisions.ts'
import type { Event } from './event.ts'
import type { Activation, Arrival, Round, Seat } from './instance.ts'
import { uncompensate } from './lineage.ts'
import type { State } from './state.ts'

/** The steps of `apply` that take more than a line. */

type Of<T extends Event['type']> = Extract<Event, { type: T }>

export function enter(state: State, event: Of<'ElementEntered'>): void {
  state.next = event.activationId + 1
  const activation: Activation = { id: event.activationId, element: event.elementId, from: event.from }
  if (event.scope !== undefined) activation.scope = event.scope
  if (event.anew) activation.anew = true
  if (event.variables) activation.variables = event.variables
  if (event.instance !== undefined) activation.instance = event.instance
  if (event.compensates !== undefined) activation.compensates = event.compensates
  if (event.joins) activation.joined = consume(state, event.joins, event.scope)
  state.near.push(activation)
}

/** Takes one waiting token of each flow, the one that waits longest. */
function consume(state: State, flows: readonly string[], scope: number | undefined): Arrival[] {
  const taken = flows.flatMap(
    (flow) => state.arrivals.find((arrival) => arrival.flow === flow && arrival.scope === scope) ?? [],
  )
  state.arrivals = state.arrivals.filter((arrival) => !taken.includes(arrival))
  return taken
}

export function leave(state: State, event: Of<'ElementLeft'>): void {
  if (event.interrupted) state.arrivals = state.arrivals.filter(({ scope }) => scope !== event.activationId)
  if (!event.kept) {
    state.near = state.near.filter(({ id }) => id !== event.activationId)
    return
  }
  const left = event.interrupted ? { done: state.next, cut: event.interrupted } : { done: state.next }
  changeActivation(state, event.activationId, (activation) => changed(activation, left))
  // Of two that are compensated, one was left first.
  if (event.compensable) state.next += 1
}

export function changeActivation(state: State, id: number, to: (activation: Activation) => Activation): void {
  state.replace((activation) => activation.id === id, to)
}

export function changeRound(state: State, roundId: string, to: (round: Round) => Round): void {
  changeIn(state, ({ id }) => id === roundId, to)
}

export function changeSeat(state: State, taskId: string, to: (seat: Seat) => Seat): void {
  const isMeant = ({ task }: Seat) => task === taskId
  const change = (seats: readonly Seat[]) => seats.with(seats.findIndex(isMeant), to(seats.find(isMeant) as Seat))
  changeIn(
    state,
    ({ seats }) => seats.some(isMeant),
    (round) => changed(round, { seats: change(round.seats) }),
  )
}

/** Changes the last round that `isMeant`, and answers the visit that it is of. */
function changeIn(state: State, isMeant: (round: Round) => boolean, to: (round: Round) => Round) {
  return state.replace(
    ({ round }) => round !== undefined && isMeant(round),
    (activation) => changed(activation, { round: activation.round && to(activation.round) }),
  )
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

export function openRound(state: State, event: Of<'RoundOpened'>): void {
  const { activationId, roundId, number, places, resubmit } = event
  const round: Round = { id: roundId, number, seats: places, ...(resubmit && { resubmit }) }
  changeActivation(state, activationId, (activation) => changed(activation, { round }))
}

export function closeRound(state: State, { roundId, outcome }: Of<'RoundClosed'>): void {
  const activation = changeIn(
    state,
    ({ id }) => id === roundId,
    (round) => changed(round, { outcome }),
  )
  if (activation && !activation.round?.resubmit) setDecision(state, activation, outcome)
}

export function reopenRound(state: State, { roundId }: Of<'RoundReopened'>): void {
  const activation = state.replace(
    ({ round }) => round?.id === roundId,
    ({ done: _, ...open }) => open,
  )
  if (!activation) return
  changeRound(state, roundId, ({ outcome: _, ...round }) => round)
  state.activations = state.activations.map((other) =>
    other.compensates === activation.id ? uncompensate(other) : other,
  )
  settleDecision(state, activation)
}

/** Variables are set in the process, as an activation's own, or in the process that it has called. */
export function setVariables(state: State, { variables, scope, called }: Of<'VariablesSet'>): void {
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
