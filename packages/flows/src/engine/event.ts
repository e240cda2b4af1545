/**
 * What happened, in order. The host stores the instance, then acts on the events; the events of a run replayed give
 * its state. `activationId` is one visit of a token to an element.
 */
export type Event =
  | { type: 'ProcessStarted'; by: string; at: string }
  | { type: 'ProcessEnded'; status: EndStatus; at: string; reason?: string }
  | { type: 'ElementEntered'; elementId: string; activationId: string }
  | { type: 'ElementLeft'; elementId: string; activationId: string }
  | { type: 'SequenceFlowTaken'; sequenceFlowId: string }
  | { type: 'RoundOpened'; roundId: string; elementId: string; activationId: string; number: number; seats: number }
  | { type: 'RoundClosed'; roundId: string; elementId: string; outcome: string }
  /** A task is one seat. With one candidate it is theirs; with several (round `single`) whoever completes it first. */
  | {
      type: 'TaskOpened'
      taskId: string
      roundId: string
      elementId: string
      /** 0-based place of the seat, and the visit number of the element (1 first, 2 after a return). */
      seat: number
      round: number
      candidates: readonly string[]
      /** True for the start event's task that a return to the initiator opens. */
      resubmit: boolean
    }
  | { type: 'TaskCompleted'; taskId: string; elementId: string; by: string; decision: string; automatic?: string }
  | { type: 'TaskTransferred'; taskId: string; elementId: string; by: string; from: string; to: string }
  /** An open task that nobody needs any more. */
  | {
      type: 'TaskCancelled'
      taskId: string
      elementId: string
      reason: 'decided' | 'returned' | 'withdrawn' | 'interrupted' | 'ended'
    }
  /** A completed task whose decision no longer counts: struck out in the history, gone from its 意见栏. */
  | { type: 'TaskUndone'; taskId: string; elementId: string; reason: 'returned' | 'withdrawn' | 'jumped' }
  | { type: 'Returned'; by: string; from: string; to: string; after: 'replay' | 'straight' }
  | { type: 'Withdrawn'; by: string; to: string }
  | { type: 'TimerScheduled'; timerId: string; elementId: string; at: string }
  | { type: 'TimerCancelled'; timerId: string; elementId: string }
  | { type: 'TimerFired'; timerId: string; elementId: string }
  | {
      type: 'SubscriptionOpened'
      subscriptionId: string
      elementId: string
      kind: 'message' | 'signal'
      name: string
      correlationKey: string | null
    }
  | { type: 'SubscriptionClosed'; subscriptionId: string; elementId: string; delivered: boolean }
  /** The host carries it out, then sends `completeService` or `failService`. `input` is already evaluated. */
  | {
      type: 'ServiceRequested'
      serviceId: string
      elementId: string
      service: string
      input: Readonly<Record<string, unknown>>
    }
  | { type: 'ServiceCompleted'; serviceId: string; elementId: string }
  | { type: 'ServiceCancelled'; serviceId: string; elementId: string }
  | { type: 'IncidentRaised'; serviceId: string; elementId: string; message: string }
  | { type: 'VariablesSet'; variables: Readonly<Record<string, unknown>> }

export type EndStatus = 'completed' | 'rejected' | 'withdrawn' | 'terminated' | 'failed'
