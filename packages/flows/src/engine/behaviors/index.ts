import type { FlowElement } from '../../definition/process-definition.ts'
import type { Behavior } from './behavior.ts'
import { boundaryCancel } from './boundary-cancel.ts'
import { boundaryCompensation } from './boundary-compensation.ts'
import { boundaryConditional } from './boundary-conditional.ts'
import { boundaryError } from './boundary-error.ts'
import { boundaryEscalation } from './boundary-escalation.ts'
import { boundaryMessage } from './boundary-message.ts'
import { boundarySignal } from './boundary-signal.ts'
import { boundaryTimer } from './boundary-timer.ts'
import { businessRuleTask } from './business-rule-task.ts'
import { callActivity } from './call-activity.ts'
import { cancelEndEvent } from './cancel-end-event.ts'
import { compensationThrowEvent } from './compensation-throw-event.ts'
import { conditionalCatchEvent } from './conditional-catch-event.ts'
import { decisionTask } from './decision-task.ts'
import { embeddedSubProcess } from './embedded-sub-process.ts'
import { endEvent } from './end-event.ts'
import { errorEndEvent } from './error-end-event.ts'
import { escalationThrowEvent } from './escalation-throw-event.ts'
import { eventBasedGateway } from './event-based-gateway.ts'
import { exclusiveGateway } from './exclusive-gateway.ts'
import { inclusiveGateway } from './inclusive-gateway.ts'
import { linkCatchEvent } from './link-catch-event.ts'
import { linkThrowEvent } from './link-throw-event.ts'
import { messageCatchEvent } from './message-catch-event.ts'
import { messageThrowEvent } from './message-throw-event.ts'
import { multiInstance } from './multi-instance.ts'
import { parallelGateway } from './parallel-gateway.ts'
import { receiveTask } from './receive-task.ts'
import { scriptTask } from './script-task.ts'
import { sendTask } from './send-task.ts'
import { serviceTask } from './service-task.ts'
import { signalCatchEvent } from './signal-catch-event.ts'
import { signalThrowEvent } from './signal-throw-event.ts'
import { standardLoop } from './standard-loop.ts'
import { startEvent } from './start-event.ts'
import { task } from './task.ts'
import { terminateEndEvent } from './terminate-end-event.ts'
import { throwEvent } from './throw-event.ts'
import { timerCatchEvent } from './timer-catch-event.ts'
import { userTask } from './user-task.ts'

/** Every element that can run. A new one is a file beside these and a line here; `parse` refuses all others. */
const all: readonly Behavior[] = [
  startEvent,
  endEvent,
  terminateEndEvent,
  errorEndEvent,
  throwEvent,
  messageThrowEvent,
  signalThrowEvent,
  escalationThrowEvent,
  linkThrowEvent,
  linkCatchEvent,
  messageCatchEvent,
  signalCatchEvent,
  timerCatchEvent,
  conditionalCatchEvent,
  boundaryTimer,
  boundaryMessage,
  boundarySignal,
  boundaryConditional,
  boundaryError,
  boundaryEscalation,
  boundaryCompensation,
  boundaryCancel,
  compensationThrowEvent,
  cancelEndEvent,
  task,
  userTask,
  serviceTask,
  sendTask,
  receiveTask,
  scriptTask,
  businessRuleTask,
  decisionTask,
  embeddedSubProcess,
  callActivity,
  multiInstance,
  standardLoop,
  exclusiveGateway,
  parallelGateway,
  inclusiveGateway,
  eventBasedGateway,
]

export const behaviors: ReadonlyMap<string, Behavior> = new Map(
  all.flatMap((behavior) => behavior.handles.map((key) => [key, behavior] as const)),
)

/**
 * Under which name an element is looked up: the kind of its marker, or its BPMN type and the kind of its event, or that it
 * has a decision.
 */
export function behaviorKey({ type, event, loop, decision }: FlowElement): string {
  if (loop) return loop.kind
  if (decision?.linked) return `${type} decision`
  return event && type.endsWith('Event') ? `${type} ${event.kind}` : type
}

/** What each element of a definition does, looked up once. */
const known = new WeakMap<FlowElement, Behavior>()

/** What an element does; undefined for one that cannot run, which no parsed definition has. */
export function behaviorOf(element: FlowElement): Behavior | undefined {
  const found = known.get(element)
  if (found) return found
  const behavior = behaviors.get(behaviorKey(element))
  if (behavior) known.set(element, behavior)
  return behavior
}
