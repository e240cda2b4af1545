import type { Event } from './event.ts'
import type { Activation, Arrival, Instance, Round, Seat } from './instance.ts'
import { uncompensate, undoLineage } from './lineage.ts'

/** The steps of `apply` that take more than a line. */

type Of<T extends Event['type']> = Extract<Event, { type: T }>

export function enter(state: Instance, event: Of<'ElementEntered'>): void {
  state.next = event.activationId + 1
  const activation: Activation = { id: event.activationId, element: event.elementId, from: event.from }
  if (event.scope !== undefined) activation.scope = event.scope
  if (event.anew) activation.anew = true
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
  changeActivation(state, event.activationId, (activation) => ({
    ...activation,
    done: state.next,
    ...(event.interrupted && { cut: true }),
  }))
  // Of two that are compensated, one was left first.
  if (event.compensable) state.next += 1
}

export function changeActivation(state: Instance, id: number, to: (activation: Activation) => Activation): void {
  const index = state.activations.findIndex((activation) => activation.id === id)
  const activation = state.activations[index]
  if (activation) state.activations[index] = to(activation)
}

export function changeRound(state: Instance, roundId: string, to: (round: Round) => Round): void {
  const index = state.activations.findIndex(({ round }) => round?.id === roundId)
  const activation = state.activations[index]
  if (activation?.round) state.activations[index] = { ...activation, round: to(activation.round) }
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
  const { activationId, elementId, roundId, number, places, resubmit } = event
  state.visits = { ...state.visits, [elementId]: number }
  const round: Round = { id: roundId, number, seats: places, ...(resubmit && { resubmit }) }
  changeActivation(state, activationId, (activation) => ({ ...activation, round }))
}

export function closeRound(state: Instance, event: Of<'RoundClosed'>): void {
  changeRound(state, event.roundId, (round) => {
    if (!round.resubmit) setDecision(state, event.elementId, event.outcome)
    return { ...round, outcome: event.outcome }
  })
}

export function reopenRound(state: Instance, event: Of<'RoundReopened'>): void {
  const activation = state.activations.find(({ round }) => round?.id === event.roundId)
  if (!activation?.round) return
  const { outcome: _, ...round } = activation.round
  changeActivation(state, activation.id, ({ done: __, ...open }) => ({ ...open, round }))
  state.activations = state.activations.map((other) =>
    other.compensates === activation.id ? uncompensate(other) : other,
  )
  settleDecision(state, activation.element)
}

/** `decisions.<elementId>` is what gateways ask for. */
export function setDecision(state: Instance, elementId: string, outcome: string | undefined): void {
  const { [elementId]: _, ...others } = (state.variables.decisions ?? {}) as Record<string, unknown>
  const decisions = outcome === undefined ? others : { ...others, [elementId]: outcome }
  state.variables = { ...state.variables, decisions }
}

/** After an undo, a decision is that of the latest round that still stands. */
function settleDecision(state: Instance, elementId: string): void {
  const standing = state.activations.findLast(({ element, round }) => element === elementId && round?.outcome)
  setDecision(state, elementId, standing?.round?.outcome)
}

export function undo(state: Instance, event: Of<'LineageUndone'>): void {
  const root = state.activations.find(({ id }) => id === event.activationId)
  if (!root) return
  const undone = undoLineage(state, root.id)
  if (event.heir !== undefined) state.activations = state.activations.filter(({ id }) => id !== root.id)
  if (event.heir !== undefined && event.aside) {
    const outcome = root.round?.resubmit ? undefined : root.round?.outcome
    const aside = { of: root.id, ...(outcome !== undefined && { outcome }), ...undone }
    changeActivation(state, event.heir, (heir) => ({ ...heir, aside }))
  }
  const decided = [root, ...undone.activations].filter(({ round }) => round?.outcome && !round.resubmit)
  for (const { element } of decided) settleDecision(state, element)
}
