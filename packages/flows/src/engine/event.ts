import type { DueRule } from '../definition/approval.ts'
import type { Chosen, Variables } from './command.ts'
import type { Seat } from './instance.ts'
import type { Names } from './rename.ts'

/**
 * What happened, in order. The host stores the instance, then acts on the events; the events of a run replayed give
 * its state. `activationId` is one visit of a token to an element, numbered within the instance.
 */
export type Event =
  | { type: 'ProcessStarted'; processId: string; by: string; at: string }
  | { type: 'ProcessEnded'; status: EndStatus; at: string; reason?: string }
  | {
      type: 'ElementEntered'
      elementId: string
      activationId: number
      /** The activations that led here, and that of the sub-process around it. */
      from: readonly number[]
      scope?: number
      /** True when a return opens it anew. */
      anew?: true
      /** Its own: seen by itself and by what is inside. */
      variables?: Readonly<Variables>
      /** What a marker repeats: which instance it is, 1 first. */
      instance?: number
      /** The activation that it compensates. */
      compensates?: number
      /** A join: the sequence flows of which it consumes one waiting token each. */
      joins?: readonly string[]
    }
  /**
   * `kept`: what it did may still be returned to, or compensated (`compensable`). `interrupted`: by a boundary event or a
   * terminate event.
   */
  | {
      type: 'ElementLeft'
      elementId: string
      activationId: number
      kept?: true
      compensable?: true
      interrupted?: true
    }
  | { type: 'SequenceFlowTaken'; sequenceFlowId: string }
  /** A call activity has called its process, with these variables. */
  | {
      type: 'ProcessCalled'
      elementId: string
      activationId: number
      processId: string
      variables: Readonly<Variables>
    }
  /** A multi-instance activity has found out how many instances it has, and on which entries. */
  | { type: 'InstancesPlanned'; elementId: string; activationId: number; count: number; items?: readonly unknown[] }
  /** One instance is completed by itself, not given up; `output` is what is collected of it. */
  | { type: 'InstanceCompleted'; elementId: string; activationId: number; output?: unknown }
  /** A token waits before a join. */
  | { type: 'TokenArrived'; sequenceFlowId: string; from: readonly number[]; scope?: number }
  /** A token came to an end inside the sub-process of this activation. */
  | { type: 'TokenEnded'; activationId: number; from: readonly number[] }
  /** All that goes on in a scope is broken off (without one: in the process), so that its joins wait no more. */
  | { type: 'TokensBrokenOff'; scope?: number }
  /** Tokens wait before these joins and nothing that is under way can free them: an administrator must. */
  | { type: 'TokensStuck'; elementIds: readonly string[] }
  | {
      type: 'RoundOpened'
      roundId: string
      elementId: string
      activationId: number
      number: number
      seats: number
      /** Who sits where, in order. */
      places: readonly Seat[]
      resubmit?: true
    }
  | { type: 'RoundClosed'; roundId: string; elementId: string; outcome: string }
  /** A withdrawal opens a closed round again; decisions that are not withdrawn stand. */
  | { type: 'RoundReopened'; roundId: string; elementId: string }
  /** A later visit of the element ended further on (a loop): these decisions are history, and not undone any more. */
  | { type: 'ElementSuperseded'; elementId: string; activationId: number; taskIds: readonly string[] }
  /** A task is one seat. With one candidate it is theirs; with several (round `single`) whoever completes it first. */
  | {
      type: 'TaskOpened'
      taskId: string
      roundId: string
      elementId: string
      /** 0-based place of the seat, and the visit number of the element (1 first, 2 after a return). */
      seat: number
      round: number
      /** Empty: anybody whom the host lets in (a user task without our extension). */
      candidates: readonly string[]
      /** True for the start event's task that a return to the initiator opens. */
      resubmit: boolean
    }
  /** Who returns the case completes their task with the decision `return`. */
  | { type: 'TaskCompleted'; taskId: string; elementId: string; by: string; decision: string; automatic?: string }
  | { type: 'TaskTransferred'; taskId: string; elementId: string; by: string; from: string; to: string }
  /** Somebody else prepares the decision, which the delegator takes afterwards. */
  | { type: 'TaskDelegated'; taskId: string; elementId: string; by: string; to: string }
  /** It is prepared and back with the delegator; `decision` is advice. */
  | { type: 'TaskResolved'; taskId: string; elementId: string; by: string; to: string; decision: string }
  /** One of several candidates has taken it. */
  | { type: 'TaskClaimed'; taskId: string; elementId: string; by: string }
  /** `seats`: the places of the new ones. */
  | {
      type: 'SignersAdded'
      roundId: string
      elementId: string
      taskId: string
      by: string
      how: 'before' | 'after' | 'beside'
      to: number
      people: readonly string[]
    }
  | { type: 'SignersRemoved'; roundId: string; elementId: string; by: string; seats: readonly number[] }
  /** `done`: what the step does about it. */
  | { type: 'TasksOverdue'; elementId: string; taskIds: readonly string[]; done: DueRule['overdue'] }
  | { type: 'CopySent'; by: string; people: readonly string[]; taskId?: string }
  | { type: 'Urged'; by: string; taskIds: readonly string[] }
  | { type: 'Jumped'; by: string; from: string; to: string }
  | { type: 'ProcessSuspended'; by: string; reason?: string }
  | { type: 'ProcessResumed'; by: string }
  /**
   * The case goes on under another version of its flow. `names`: ids that are others there, or none; `forgotten`: visits
   * that nothing can return to any more.
   */
  | { type: 'ProcessMigrated'; by: string; processId: string; names: Names; forgotten: readonly number[] }
  /** An open task that nobody needs any more. */
  | {
      type: 'TaskCancelled'
      taskId: string
      elementId: string
      reason: CancelReason
    }
  /** A completed task whose decision no longer counts: struck out in the history, gone from its 意见栏. */
  | { type: 'TaskUndone'; taskId: string; elementId: string; reason: UndoReason }
  /** `from`, `to`: element ids. */
  | { type: 'Returned'; by: string; from: string; to: string; after: 'replay' | 'straight' }
  | { type: 'Withdrawn'; by: string; to: string }
  /**
   * What descends from this activation is gone, and the join arrivals that do not are back. `heir` takes the place of
   * the activation itself; with `aside` the heir keeps what is gone, for the way straight back.
   */
  | { type: 'LineageUndone'; activationId: number; heir?: number; aside?: true }
  /** What the activation kept aside goes on. */
  | { type: 'LineageResumed'; activationId: number }
  /** What it kept aside is given up, since the way straight back is closed: the flow is followed again. */
  | { type: 'LineageDropped'; activationId: number }
  | {
      type: 'TimerScheduled'
      timerId: string
      /** The boundary event, or the element that waits. */
      elementId: string
      activationId: number
      at: string
      left?: number
      every?: string
    }
  | { type: 'TimerCancelled'; timerId: string; elementId: string }
  | { type: 'TimerFired'; timerId: string; elementId: string }
  | {
      type: 'SubscriptionOpened'
      subscriptionId: string
      elementId: string
      activationId: number
      kind: 'message' | 'signal' | 'conditional'
      name: string
      correlationKey: string | null
      held?: true
    }
  | { type: 'SubscriptionClosed'; subscriptionId: string; elementId: string; delivered: boolean }
  /** The host carries it out, then sends `completeService` or `failService`. `input` is already evaluated. */
  | {
      type: 'ServiceRequested'
      serviceId: string
      elementId: string
      activationId: number
      service: string
      input: Readonly<Record<string, unknown>>
    }
  /** `once`: what is not carried out again in this case: the element, and which instance of what is around it. */
  | { type: 'ServiceCompleted'; serviceId: string; elementId: string; once?: string }
  | { type: 'ServiceFailed'; serviceId: string; elementId: string; message: string }
  | { type: 'ServiceCancelled'; serviceId: string; elementId: string }
  | { type: 'IncidentRaised'; serviceId: string; elementId: string; message: string }
  /** For the host to deliver: to other cases, or outside. */
  | { type: 'MessageThrown'; elementId: string; name: string; correlationKey: string | null }
  /** For the host to broadcast to other cases; this one has it already. */
  | { type: 'SignalThrown'; elementId: string; name: string }
  | { type: 'ErrorThrown'; elementId: string; code?: string; caught: boolean }
  | { type: 'EscalationThrown'; elementId: string; code?: string; caught: boolean }
  /** `scope`: an activation's own variables, or (`called`) those of the process that it has called; else the process's. */
  | { type: 'VariablesSet'; variables: Readonly<Variables>; scope?: number; called?: true }
  | { type: 'PeopleChosen'; chosen: Readonly<Chosen> }

export type EndStatus = 'completed' | 'rejected' | 'withdrawn' | 'terminated' | 'failed'

export type UndoReason = 'returned' | 'withdrawn' | 'jumped' | 'migrated'

export type CancelReason = UndoReason | 'decided' | 'removed' | 'interrupted' | 'ended'
