import type { FlowElement } from '../../definition/process-definition.ts'
import { FlowError } from '../../errors.ts'
import { checkCandidate } from '../check-candidate.ts'
import type { Round } from '../instance.ts'
import { findOpenTask } from '../open-tasks.ts'
import { remember } from '../remember.ts'
import { runRound } from '../round/run-round.ts'
import type { Handler } from './handler.ts'

/**
 * One person decides.
 *
 * @throws FlowError `TASK_NOT_FOUND`, `NOT_A_CANDIDATE`, `DECISION_UNKNOWN`, `ACTION_NOT_ALLOWED`
 */
export const complete: Handler<'complete'> = (run, command) => {
  const { taskId, by } = command
  const { activation, round, seat } = findOpenTask(run.state, taskId)
  const element = run.element(activation.element)
  checkCandidate(seat, taskId, by)
  const decision = checkDecision(element, round, command.decision)
  remember(run, command)
  run.emit({ type: 'TaskCompleted', taskId, elementId: element.id, by, decision })
  runRound(run, element, activation.id)
}

function checkDecision(element: FlowElement, round: Round, decision: string): string {
  const refused = { elementId: element.id, decision }
  if (typeof decision !== 'string' || decision === '' || decision === 'return') {
    throw new FlowError('DECISION_UNKNOWN', refused)
  }
  if (round.resubmit) {
    if (decision === 'submit' || decision === 'withdraw') return decision
    if (decision === 'approve') return 'submit'
    throw new FlowError('DECISION_UNKNOWN', refused)
  }
  const { approval } = element
  if (!approval || approval.outcomes.includes(decision)) return decision
  if (decision !== 'approve' && decision !== 'reject') throw new FlowError('DECISION_UNKNOWN', refused)
  if (!approval.actions.includes(decision)) throw new FlowError('ACTION_NOT_ALLOWED', refused)
  return decision
}
