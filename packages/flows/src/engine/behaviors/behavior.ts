import type { FlowElement } from '../../definition/process-definition.ts'
import type { Activation, ServiceRequest, Subscription, Timer } from '../instance.ts'
import type { Run, Token } from '../run.ts'

/**
 * What one kind of BPMN element does. Every method moves the run on through its verbs (`emit`, `leave`, `send`, …) and
 * returns when the element waits or is left. All but `handles` and `enter` are optional.
 */
export interface Behavior {
  /** BPMN types, each with the kind of its event definition when it has one: `bpmn:BoundaryEvent timer`. */
  handles: readonly string[]
  /** A visit has begun. */
  enter(run: Run, element: FlowElement, activationId: number): void
  /** A token comes, and whether a visit begins is for the element to say (joins); without it one begins at once. */
  arrive?(run: Run, element: FlowElement, token: Token): void
  /** A token died or came back somewhere: perhaps the tokens that wait before this join may go on now. */
  lookAgain?(run: Run, element: FlowElement, scope: number | undefined): void
  /** Boundary events: the activity has begun. Starts of event sub-processes: the scope around them has (0: the process). */
  attach?(run: Run, element: FlowElement, hostId: number): void
  /** A return opens the element anew; `enter` by default. */
  reopen?(run: Run, element: FlowElement, activationId: number): void
  /** What was put aside goes on: wait again as the activation stands; `enter` by default. */
  resume?(run: Run, element: FlowElement, activationId: number): void
  /** A timer of this element has fired, a message has come, a service is done. */
  fired?(run: Run, element: FlowElement, timer: Timer): void
  delivered?(run: Run, element: FlowElement, subscription: Subscription): void
  /** The start of an event sub-process has caught an error or an escalation in this scope (none: the process). */
  caught?(run: Run, element: FlowElement, scope: number | undefined): void
  serviced?(run: Run, element: FlowElement, service: ServiceRequest, result: unknown): void
  /** True when the visit is remembered after it was left: it can be returned to, or tells what was acted on. */
  keeps?(activation: Activation): boolean
  /** True when passing it means that another system did something: a withdrawal can no longer take that back. */
  actsOutside?: true
  /** What kind of wait an open visit is, for people to see. */
  waits?: WaitKind
  /** True for what has elements inside and is left when no token is left in there. */
  isScope?: true
  /** A scope: no token is left inside; without it, it is left. */
  emptied?(run: Run, element: FlowElement, activationId: number): void
}

/** What a case may wait for. */
export type WaitKind = 'user' | 'service' | 'receive' | 'timer' | 'message' | 'signal' | 'conditional'
