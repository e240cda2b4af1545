import { checkAction, checkCandidate } from '../check-candidate.ts'
import { findOpenTask } from '../open-tasks.ts'
import type { Handler } from './handler.ts'

/**
 * One of several candidates takes the task; it is no longer the others'.
 *
 * @throws FlowError `TASK_NOT_FOUND`, `NOT_A_CANDIDATE`, `ACTION_NOT_ALLOWED`
 */
export const claim: Handler<'claim'> = (run, { taskId, by }) => {
  const { activation, seat } = findOpenTask(run.state, taskId)
  const element = run.element(activation.element)
  checkCandidate(seat, taskId, by)
  checkAction(element, 'claim')
  run.emit({ type: 'TaskClaimed', taskId, elementId: element.id, by })
}
