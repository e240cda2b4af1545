import { FlowError } from '../../errors.ts'
import { openAnew } from '../return-to.ts'
import { scheduleDue } from '../round/due.ts'
import { runRound } from '../round/run-round.ts'
import type { Run } from '../run.ts'
import { undo } from '../undo.ts'
import { caseToWithdraw, mayWithdraw } from '../withdrawable.ts'
import type { Handler } from './handler.ts'

/**
 * Takes a decision back while nobody acted on what followed: the seat is asked again, and other decisions of its round
 * stand. The initiator takes the case back to its start event.
 *
 * @throws FlowError `TASK_NOT_FOUND`, `NOT_A_CANDIDATE`, `WITHDRAW_TOO_LATE`
 */
export const withdraw: Handler<'withdraw'> = (run, { by, taskId }) =>
  taskId === undefined ? withdrawCase(run, by) : withdrawDecision(run, by, taskId)

function withdrawCase(run: Run, by: string): void {
  if (by !== run.state.initiator) throw new FlowError('NOT_A_CANDIDATE', { by })
  const start = caseToWithdraw(run.definition, run.state)
  if (!start) throw new FlowError('WITHDRAW_TOO_LATE')
  run.emit({ type: 'Withdrawn', by, to: start.element })
  openAnew(run, start, { reason: 'withdrawn' })
}

function withdrawDecision(run: Run, by: string, taskId: string): void {
  const activation = run.state.activations.find(({ round }) =>
    round?.seats.some(({ task, decision }) => task === taskId && decision !== undefined),
  )
  const round = activation?.round
  if (!activation || !round) throw new FlowError('TASK_NOT_FOUND', { taskId })
  const place = round.seats.findIndex(({ task }) => task === taskId)
  if (round.seats[place]?.by !== by) throw new FlowError('NOT_A_CANDIDATE', { taskId, by })
  if (!mayWithdraw(run.definition, run.state, activation, place)) throw new FlowError('WITHDRAW_TOO_LATE', { taskId })

  const element = run.element(activation.element)
  run.emit({ type: 'Withdrawn', by, to: element.id })
  if (activation.done !== undefined) {
    undo(run, activation, { reason: 'withdrawn' })
    run.emit({ type: 'RoundReopened', roundId: round.id, elementId: element.id })
    run.attach(activation.id)
    scheduleDue(run, element, activation.id)
  }
  run.emit({ type: 'TaskUndone', taskId, elementId: element.id, reason: 'withdrawn' })
  const inTurn = element.approval?.round.type === 'sequential'
  for (const [other, { task, decision, added }] of round.seats.entries()) {
    const follows = (inTurn && other > place) || (added?.to === place && added.how === 'after')
    if (follows && task !== undefined) {
      const type = decision === undefined ? 'TaskCancelled' : 'TaskUndone'
      run.emit({ type, taskId: task, elementId: element.id, reason: 'withdrawn' })
    }
  }
  runRound(run, element, activation.id)
}
