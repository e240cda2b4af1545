import type { FlowElement } from '../../definition/process-definition.ts'
import type { Behavior } from './behavior.ts'
import { boundaryError } from './boundary-error.ts'
import { boundaryMessage } from './boundary-message.ts'
import { boundaryTimer } from './boundary-timer.ts'
import { embeddedSubProcess } from './embedded-sub-process.ts'
import { endEvent } from './end-event.ts'
import { exclusiveGateway } from './exclusive-gateway.ts'
import { inclusiveGateway } from './inclusive-gateway.ts'
import { messageCatchEvent } from './message-catch-event.ts'
import { parallelGateway } from './parallel-gateway.ts'
import { receiveTask } from './receive-task.ts'
import { serviceTask } from './service-task.ts'
import { startEvent } from './start-event.ts'
import { task } from './task.ts'
import { terminateEndEvent } from './terminate-end-event.ts'
import { timerCatchEvent } from './timer-catch-event.ts'
import { userTask } from './user-task.ts'

/** Every element that can run. A new one is a file beside these and a line here; `parse` refuses all others. */
const all: readonly Behavior[] = [
  startEvent,
  endEvent,
  terminateEndEvent,
  messageCatchEvent,
  timerCatchEvent,
  boundaryTimer,
  boundaryMessage,
  boundaryError,
  task,
  userTask,
  serviceTask,
  receiveTask,
  embeddedSubProcess,
  exclusiveGateway,
  parallelGateway,
  inclusiveGateway,
]

export const behaviors: ReadonlyMap<string, Behavior> = new Map(
  all.flatMap((behavior) => behavior.handles.map((key) => [key, behavior] as const)),
)

/** Under which name an element is looked up: its BPMN type, and the kind of its event. */
export function behaviorKey({ type, event }: FlowElement): string {
  return event && type.endsWith('Event') ? `${type} ${event.kind}` : type
}
