import type { Decision } from '../decision/decision.ts'
import type { Approval } from './approval.ts'

/** A process as read from its diagram: plain, frozen, and complete (every id in it is one of `elements` or `sequenceFlows`). */
export interface ProcessDefinition {
  id: string
  name?: string
  elements: Readonly<Record<string, FlowElement>>
  sequenceFlows: Readonly<Record<string, SequenceFlow>>
  /** Where a run begins: the start events outside every sub-process, in document order. */
  starts: readonly string[]
  /** The start events of event sub-processes, by the id of the sub-process around them; `''` for the process itself. */
  eventSubProcesses: Readonly<Record<string, readonly string[]>>
  /** What the initiator may see and fill in: the `zhupi:fields` of the first start event that has some. */
  startFields: Readonly<Record<string, FieldAccess>>
}

export type FieldAccess = 'hidden' | 'read' | 'edit' | 'require'

/** A flow node: an event, a gateway or an activity. */
export interface FlowElement {
  /** Its key in `elements`. */
  id: string
  /** The id as it is drawn, for people: the same, but for elements of called processes and what a marker repeats. */
  bareId: string
  /** BPMN's own name of it, such as `bpmn:UserTask`. */
  type: string
  name?: string
  /** The sub-process around it, or the activity of which it is what is repeated; absent at the top. */
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
  /** Sub-processes: the start events inside. An activity that is repeated: the one element that is. */
  starts?: readonly string[]
  /** An activity that is run several times: how often, and on what. */
  loop?: LoopRule
  /** What is run for each instance of the activity of this key: it has the activity's own work, and none of its flows. */
  bodyOf?: string
  /** Call activities: the process that is called; its start event is in `starts` once the definition is linked. */
  call?: CallRule
  /** Start events: what the initiator may see and fill in. */
  fields?: Readonly<Record<string, FieldAccess>>
  approval?: Approval
  service?: ServiceRule
  script?: ScriptRule
  /** Business rule tasks: the decision that is taken here, once it is linked. */
  decision?: DecisionRule
  /** A sub-process that no flow leads to: it begins when its start event happens. */
  triggeredByEvent?: true
  /** An activity that no flow leads to: it compensates another. */
  forCompensation?: true
  /** Activities: what compensates them, an activity beside or an event sub-process inside. */
  compensatedBy?: string
  /** Activities that something compensates, and sub-processes with such inside. */
  compensable?: true
}

/** The called process sees what it is given, and gives back what is asked of it. */
export interface CallRule {
  processId: string
  /** Absent: the latest. */
  version?: string
  input: Exchange
  output: Exchange
}

/** `all`: every variable (of the called process: every one that it has set); then the mappings, FEEL without `{{ }}`. */
export interface Exchange {
  all: boolean
  mappings: readonly { source: string; target: string }[]
}

export type LoopRule = MultiInstanceRule | StandardLoopRule

/** Expressions are FEEL without `{{ }}`. Either `collection` or `cardinality` says how many instances there are. */
export interface MultiInstanceRule {
  kind: 'multiInstance'
  sequential: boolean
  cardinality?: string
  collection?: string
  /** The variable that holds an instance's entry of the collection. */
  item?: string
  /** What each instance gives, and the variable that holds all of it in order. `item`: a variable of each instance. */
  output?: { collection: string; value: string; item?: string }
  /** Looked at whenever an instance is completed; when it holds, the others are given up. */
  completionCondition?: string
}

export interface StandardLoopRule {
  kind: 'standard'
  /** Goes on as long as it holds; FEEL without `{{ }}`. */
  condition?: string
  testBefore: boolean
  maximum?: number
}

/** FEEL without `{{ }}`; without a `result` variable its value is a context of variables. */
export interface ScriptRule {
  expression: string
  result?: string
}

/** Without a `result` variable the decision's value is a context of variables. */
export interface DecisionRule {
  /** Id of the decision. */
  ref: string
  result?: string
  /** Put here by `link`; without it the task is a service of the host. */
  linked?: Decision
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
  | { kind: 'signal'; name: string }
  /** FEEL without `{{ }}`. */
  | { kind: 'conditional'; condition: string }
  | { kind: 'link'; name: string }
  /** A catching event takes every one without a code; with `any`, its own first. */
  | { kind: 'error'; code?: string; any?: true }
  | { kind: 'escalation'; code?: string; any?: true }
  /** Thrown: the one activity to be compensated, else all that can be seen; `wait`: until that is done. */
  | { kind: 'compensate'; activity?: string; wait: boolean }
  | { kind: 'cancel' }

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
