import { FlowError } from '../../errors.ts'
import { remember } from '../remember.ts'
import type { Handler } from './handler.ts'

/**
 * A receive task without a message goes on.
 *
 * @throws FlowError `MESSAGE_NOT_EXPECTED` when no such task waits
 */
export const trigger: Handler<'trigger'> = (run, { elementId, variables }) => {
  const waiting = run.state.activations.find(({ element, done }) => element === elementId && done === undefined)
  const element = run.definition.elements[elementId]
  if (!waiting || element?.type !== 'bpmn:ReceiveTask' || element.event) {
    throw new FlowError('MESSAGE_NOT_EXPECTED', { elementId })
  }
  remember(run, { variables })
  run.leave(waiting.id)
}
