import type { Approval } from './approval.ts'

/** A process as read from its diagram: plain, frozen, and complete (every id in it is one of `elements` or `sequenceFlows`). */
export interface ProcessDefinition {
  id: string
  name?: string
  elements: Readonly<Record<string, FlowElement>>
  sequenceFlows: Readonly<Record<string, SequenceFlow>>
  /** Where a run begins: the start events outside every sub-process, in document order. */
  starts: readonly string[]
  /** What the initiator may see and fill in: the `zhupi:fields` of the first start event that has some. */
  startFields: Readonly<Record<string, FieldAccess>>
}

export type FieldAccess = 'hidden' | 'read' | 'edit'

/** A flow node: an event, a gateway or an activity. */
export interface FlowElement {
  id: string
  /** BPMN's own name of it, such as `bpmn:UserTask`. */
  type: string
  name?: string
  /** The sub-process around it; absent at the top. */
  scope?: string
  /** Ids of sequence flows, in document order. */
  incoming: readonly string[]
  outgoing: readonly string[]
  /** The sequence flow taken when no condition holds. */
  default?: string
  /** Names of the lanes around it, outermost first. */
  lanes: readonly string[]
  /** Events: what it waits for or throws; absent for a plain start or end. */
  event?: EventDefinition
  /** Boundary events: the activity whose edge it sits on, and whether it ends that activity. */
  attachedTo?: string
  interrupting?: boolean
  /** Activities: the boundary events on its edge. */
  boundaries: readonly string[]
  /** Sub-processes: the start events inside. */
  starts?: readonly string[]
  /** Start events: what the initiator may see and fill in. */
  fields?: Readonly<Record<string, FieldAccess>>
  approval?: Approval
  service?: ServiceRule
}

export interface SequenceFlow {
  id: string
  name?: string
  source: string
  target: string
  /** FEEL without `{{ }}`; absent: always taken. */
  condition?: string
}

/** Texts may be `{{ FEEL }}`. */
export type EventDefinition =
  | { kind: 'terminate' }
  | { kind: 'timer'; timer: TimerRule }
  | { kind: 'message'; name: string; correlationKey?: string }
  | { kind: 'error'; code?: string }

/** ISO 8601, or `{{ FEEL }}` that gives it. */
export type TimerRule = { date: string } | { duration: string } | { cycle: string }

/** What a service task asks of the host. */
export interface ServiceRule {
  /** Such as `register.put`; empty for a service task that says nothing. */
  type: string
  /** True: carried out at most once in a case, however often a return leads here again. */
  once: boolean
  retries: number
  input: readonly Mapping[]
  output: readonly Mapping[]
}

export interface Mapping {
  name: string
  /** Text, or `{{ FEEL }}`; of an output it may speak of `result`. */
  value: string
}
