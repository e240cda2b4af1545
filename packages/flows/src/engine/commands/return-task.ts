import { FlowError } from '../../errors.ts'
import { checkAction, checkCandidate } from '../check-candidate.ts'
import { findOpenTask } from '../open-tasks.ts'
import { findReturnTarget } from '../return-targets.ts'
import { returnTo } from '../return-to.ts'
import type { Handler } from './handler.ts'

/**
 * One person sends the case back: what happened because the target was completed is undone, and it is asked anew.
 * `straight` keeps what is undone aside, and takes it up again once the target is completed.
 *
 * @throws FlowError `TASK_NOT_FOUND`, `NOT_A_CANDIDATE`, `ACTION_NOT_ALLOWED`, `RETURN_TARGET_INVALID`
 */
export const returnTask: Handler<'return'> = (run, { taskId, by, to, after = 'replay' }) => {
  const { activation, round, seat } = findOpenTask(run.state, taskId)
  const element = run.element(activation.element)
  checkCandidate(seat, taskId, by)
  checkAction(element, 'return')
  if (round.resubmit) throw new FlowError('ACTION_NOT_ALLOWED', { elementId: element.id, action: 'return' })
  const target = findReturnTarget(run.definition, run.state, activation, to)
  run.emit({ type: 'TaskCompleted', taskId, elementId: element.id, by, decision: 'return' })
  returnTo(run, element, target, by, after)
}
