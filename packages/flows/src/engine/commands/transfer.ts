import { FlowError } from '../../errors.ts'
import { checkAction, checkCandidate } from '../check-candidate.ts'
import { findOpenTask } from '../open-tasks.ts'
import { isKnown } from '../round/find-seats.ts'
import type { Handler } from './handler.ts'

/**
 * Hands an open task to another person for good.
 *
 * @throws FlowError `TASK_NOT_FOUND`, `NOT_A_CANDIDATE`, `ACTION_NOT_ALLOWED`; `NOBODY_FOUND` when the host does not know
 *   that person, or they are disabled
 */
export const transfer: Handler<'transfer'> = (run, { taskId, by, to }) => {
  const { activation, seat } = findOpenTask(run.state, taskId)
  const element = run.element(activation.element)
  checkCandidate(seat, taskId, by)
  checkAction(element, 'transfer')
  if (!isKnown(run, element, activation.id, to)) {
    throw new FlowError('NOBODY_FOUND', { elementId: element.id, to })
  }
  run.emit({ type: 'TaskTransferred', taskId, elementId: element.id, by, from: by, to })
}
