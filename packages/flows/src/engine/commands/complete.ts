import type { FlowElement } from '../../definition/process-definition.ts'
import { FlowError } from '../../errors.ts'
import { checkCandidate } from '../check-candidate.ts'
import type { Round, Seat } from '../instance.ts'
import { findOpenTask } from '../open-tasks.ts'
import { remember } from '../remember.ts'
import { isPrepared } from '../round/added-seats.ts'
import { runRound } from '../round/run-round.ts'
import type { Handler } from './handler.ts'

/**
 * One person decides.
 *
 * One to whom the task is delegated only prepares it: it goes back to the delegator.
 *
 * @throws FlowError `TASK_NOT_FOUND`, `NOT_A_CANDIDATE`, `DECISION_UNKNOWN`, `ACTION_NOT_ALLOWED`, `TASK_WAITS`
 */
export const complete: Handler<'complete'> = (run, command) => {
  const { taskId, by } = command
  const { activation, round, seat } = findOpenTask(run.state, taskId)
  const element = run.element(activation.element)
  checkCandidate(seat, taskId, by)
  const decision = checkDecision(element, round, command.decision)
  checkTurn(round, seat)
  remember(run, command, { element: element.id, activation: activation.id })
  if (seat.owner !== undefined) {
    run.emit({ type: 'TaskResolved', taskId, elementId: element.id, by, to: seat.owner, decision })
    return
  }
  run.emit({ type: 'TaskCompleted', taskId, elementId: element.id, by, decision })
  runRound(run, element, activation.id)
}

/** Who was added before the seat decides first. */
function checkTurn({ seats }: Round, seat: Seat): void {
  if (!isPrepared(seats, seats.indexOf(seat))) throw new FlowError('TASK_WAITS', { taskId: seat.task })
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
