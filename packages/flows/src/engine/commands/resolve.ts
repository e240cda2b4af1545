import { FlowError } from '../../errors.ts'
import { checkCandidate } from '../check-candidate.ts'
import { findOpenTask } from '../open-tasks.ts'
import { remember } from '../remember.ts'
import type { Handler } from './handler.ts'

/**
 * Who prepared a delegated task hands it back; their decision is advice.
 *
 * @throws FlowError `TASK_NOT_FOUND`, `NOT_A_CANDIDATE`; `ACTION_NOT_ALLOWED` when it is not delegated
 */
export const resolve: Handler<'resolve'> = (run, { taskId, by, decision = 'approve', variables }) => {
  const { activation, seat } = findOpenTask(run.state, taskId)
  const { element: elementId } = activation
  checkCandidate(seat, taskId, by)
  if (seat.owner === undefined) throw new FlowError('ACTION_NOT_ALLOWED', { elementId, action: 'resolve' })
  remember(run, { variables }, { element: elementId, activation: activation.id })
  run.emit({ type: 'TaskResolved', taskId, elementId, by, to: seat.owner, decision })
}
