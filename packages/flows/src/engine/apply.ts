import { resumeAside } from './aside.ts'
import {
  changeActivation,
  changeRound,
  changeSeat,
  closeRound,
  enter,
  leave,
  openRound,
  reopenRound,
  setVariables,
  undecided,
} from './change.ts'
import { changed } from './changed.ts'
import type { Event } from './event.ts'
import type { Instance } from './instance.ts'
import { forget, unique } from './lineage.ts'
import { renameAll } from './rename.ts'
import { State } from './state.ts'
import { undo } from './undo-lineage.ts'

/**
 * Changes the state by an event: nothing else ever does, so that the events of a run replayed give its state.
 *
 * @param state its lists belong to the caller and are changed; what is in them never is, but replaced
 */
export function apply(state: State, event: Event): void {
  const change = changes[event.type] as (state: State, event: Event) => void
  change(state, event)
}

/** What each event changes. One that only tells the host something changes nothing. */
const changes: { [T in Event['type']]: (state: State, event: Extract<Event, { type: T }>) => void } = {
  ProcessStarted(state, { processId, by }) {
    state.process = processId
    state.initiator = by
  },
  ProcessEnded(state, { status }) {
    state.status = status
    Object.assign(state, { activations: [], arrivals: [], timers: [], subscriptions: [], services: [], chosen: {} })
  },
  ElementEntered: enter,
  ElementLeft: leave,
  ElementSuperseded: (state, { activationId }) => forget(state, new Set([activationId])),
  SequenceFlowTaken: nothing,
  ProcessCalled(state, { activationId, variables }) {
    changeActivation(state, activationId, (activation) => ({ ...activation, called: variables }))
  },
  InstancesPlanned(state, { activationId, count, items }) {
    const plan = items === undefined ? { count } : { count, items }
    changeActivation(state, activationId, (activation) => ({ ...activation, plan }))
  },
  InstanceCompleted(state, { activationId, output }) {
    changeActivation(state, activationId, ({ output: _, ...activation }) => ({
      ...activation,
      completed: true,
      ...(output !== undefined && { output }),
    }))
  },
  TokenArrived(state, { sequenceFlowId, from, scope }) {
    state.arrivals.push({ flow: sequenceFlowId, from, ...(scope !== undefined && { scope }) })
  },
  TokenEnded(state, { activationId, from }) {
    changeActivation(state, activationId, (scope) => ({ ...scope, ends: unique([...(scope.ends ?? []), ...from]) }))
  },
  TokensBrokenOff(state, { scope }) {
    state.arrivals = state.arrivals.filter((arrival) => arrival.scope !== scope)
  },
  TokensStuck: nothing,

  RoundOpened: openRound,
  RoundClosed: closeRound,
  RoundReopened: reopenRound,
  TaskOpened(state, { roundId, seat, candidates, taskId }) {
    changeRound(state, roundId, (round) => ({
      ...round,
      seats: round.seats.map((other, place) =>
        place === seat ? changed(other, { people: candidates, task: taskId }) : other,
      ),
    }))
  },
  TaskCompleted(state, { taskId, by, decision, automatic }) {
    const decided = automatic === undefined ? { by, decision } : { by, decision, automatic }
    changeSeat(state, taskId, (seat) => changed(seat, decided))
  },
  TaskTransferred(state, { taskId, to }) {
    changeSeat(state, taskId, (seat) => ({ ...seat, people: [to] }))
  },
  TaskDelegated(state, { taskId, by, to }) {
    changeSeat(state, taskId, (seat) => changed(seat, { people: [to], owner: by }))
  },
  TaskResolved(state, { taskId, to }) {
    changeSeat(state, taskId, ({ owner: _, ...seat }) => ({ ...seat, people: [to] }))
  },
  TaskClaimed(state, { taskId, by }) {
    changeSeat(state, taskId, (seat) => ({ ...seat, people: [by] }))
  },
  SignersAdded(state, { roundId, people, to, how }) {
    const added = people.map((person) => ({ people: [person], added: { to, how } }))
    changeRound(state, roundId, (round) => ({ ...round, seats: [...round.seats, ...added] }))
  },
  SignersRemoved(state, { roundId, seats }) {
    changeRound(state, roundId, (round) => ({
      ...round,
      seats: round.seats.map((seat, place) => (seats.includes(place) ? { ...seat, removed: true } : seat)),
    }))
  },
  TasksOverdue: nothing,
  CopySent: nothing,
  Urged: nothing,
  Jumped: nothing,
  ProcessSuspended(state) {
    state.status = 'suspended'
  },
  ProcessResumed(state) {
    state.status = 'running'
  },
  ProcessMigrated(state, { processId, names, forgotten }) {
    state.process = processId
    if (forgotten.length > 0) forget(state, new Set(forgotten))
    renameAll(state, names)
  },
  TaskCancelled: (state, { taskId }) => changeSeat(state, taskId, undecided),
  TaskUndone: (state, { taskId }) => changeSeat(state, taskId, undecided),

  Returned: nothing,
  Withdrawn: nothing,
  LineageUndone: undo,
  LineageResumed: (state, { activationId }) => resumeAside(state, activationId),
  LineageDropped(state, { activationId }) {
    changeActivation(state, activationId, ({ aside: _, ...activation }) => activation)
  },

  TimerScheduled(state, { timerId, activationId, elementId, at, left, every }) {
    const cycle = every === undefined ? undefined : { left, every }
    state.timers.push({ id: timerId, activation: activationId, element: elementId, at, ...cycle })
  },
  TimerCancelled: removeTimer,
  TimerFired: removeTimer,
  SubscriptionOpened(state, { subscriptionId, activationId, elementId, kind, name, correlationKey, held }) {
    const key = correlationKey
    state.subscriptions.push({
      id: subscriptionId,
      activation: activationId,
      element: elementId,
      kind,
      name,
      key,
      ...(held && { held }),
    })
  },
  SubscriptionClosed(state, { subscriptionId }) {
    state.subscriptions = state.subscriptions.filter(({ id }) => id !== subscriptionId)
  },
  ServiceRequested(state, { serviceId, activationId, elementId }) {
    removeService(state, { serviceId })
    state.services.push({ id: serviceId, activation: activationId, element: elementId })
  },
  ServiceCompleted(state, { serviceId, once }) {
    removeService(state, { serviceId })
    if (once !== undefined) state.once = [...state.once, once]
  },
  ServiceFailed: nothing,
  ServiceCancelled: removeService,
  IncidentRaised(state, { serviceId, message }) {
    state.services = state.services.map((service) =>
      service.id === serviceId ? { ...service, incident: message } : service,
    )
  },

  MessageThrown: nothing,
  SignalThrown: nothing,
  ErrorThrown: nothing,
  EscalationThrown: nothing,
  VariablesSet: setVariables,
  PeopleChosen(state, { chosen }) {
    state.chosen = { ...state.chosen, ...chosen }
  },
}

function nothing(): void {}

function removeTimer(state: State, { timerId }: { timerId: string }): void {
  state.timers = state.timers.filter(({ id }) => id !== timerId)
}

function removeService(state: State, { serviceId }: { serviceId: string }): void {
  state.services = state.services.filter(({ id }) => id !== serviceId)
}

/** A case before the first event. */
export function blankInstance(): Instance {
  return {
    shape: 2,
    process: '',
    status: 'running',
    initiator: '',
    next: 1,
    variables: {},
    chosen: {},
    visits: {},
    activations: [],
    arrivals: [],
    timers: [],
    subscriptions: [],
    services: [],
    once: [],
  }
}

/** The state that a run's events lead to: all of them, from its start on. */
export function replay(events: readonly Event[]): Instance {
  const state = new State(blankInstance())
  for (const event of events) apply(state, event)
  return state.toInstance()
}
