import type { Behavior } from './behavior.ts'
import { throwMessage } from './message-throw-event.ts'
import { serviceTask } from './service-task.ts'

/**
 * Hands its message to the host and goes on; without a message it is a service, which the host carries out.
 *
 * Source: BPMN 2.0.2, clause 10.3.3 (Send Task).
 */
export const sendTask: Behavior = {
  ...serviceTask,
  handles: ['bpmn:SendTask'],
  enter(run, element, activationId) {
    if (!element.event) return serviceTask.enter(run, element, activationId)
    throwMessage(run, element, activationId)
    run.leave(activationId)
  },
}
