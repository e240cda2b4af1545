import type { FlowElement } from '../../definition/process-definition.ts'
import { FlowError } from '../../errors.ts'
import { remember } from '../remember.ts'
import type { Handler } from './handler.ts'

/**
 * A receive task without a message goes on.
 *
 * @throws FlowError `MESSAGE_NOT_EXPECTED` when no such task waits
 */
export const trigger: Handler<'trigger'> = (run, { elementId, activationId, variables }) => {
  const waiting = run.state.activations.find(
    ({ id, element, done }) =>
      done === undefined &&
      (activationId === undefined || id === activationId) &&
      isTriggered(run.element(element), elementId),
  )
  if (!waiting) throw new FlowError('MESSAGE_NOT_EXPECTED', { elementId })
  remember(run, { variables }, { element: waiting.element, activation: waiting.id })
  run.leave(waiting.id)
}

function isTriggered({ id, bareId, type, event, loop }: FlowElement, elementId: string): boolean {
  return (id === elementId || bareId === elementId) && type === 'bpmn:ReceiveTask' && !event && !loop
}
