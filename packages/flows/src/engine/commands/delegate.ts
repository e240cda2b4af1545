import { FlowError } from '../../errors.ts'
import { checkAction, checkCandidate } from '../check-candidate.ts'
import { findOpenTask } from '../open-tasks.ts'
import { isKnown } from '../round/find-seats.ts'
import type { Handler } from './handler.ts'

/**
 * Lets somebody else prepare the decision; the task comes back.
 *
 * @throws FlowError `TASK_NOT_FOUND`, `NOT_A_CANDIDATE`, `ACTION_NOT_ALLOWED` (also while it is delegated already);
 *   `NOBODY_FOUND` when the host does not know that person, or they are disabled
 */
export const delegate: Handler<'delegate'> = (run, { taskId, by, to }) => {
  const { activation, seat } = findOpenTask(run.state, taskId)
  const element = run.element(activation.element)
  checkCandidate(seat, taskId, by)
  checkAction(element, 'delegate')
  if (seat.owner !== undefined) throw new FlowError('ACTION_NOT_ALLOWED', { elementId: element.id, action: 'delegate' })
  if (!isKnown(run, element, activation.id, to)) {
    throw new FlowError('NOBODY_FOUND', { elementId: element.id, to })
  }
  run.emit({ type: 'TaskDelegated', taskId, elementId: element.id, by, to })
}
