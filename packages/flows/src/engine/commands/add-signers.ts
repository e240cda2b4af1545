import { FlowError } from '../../errors.ts'
import { checkAction, checkCandidate } from '../check-candidate.ts'
import { findOpenTask } from '../open-tasks.ts'
import { isKnown } from '../round/find-seats.ts'
import { runRound } from '../round/run-round.ts'
import type { Handler } from './handler.ts'

const WAYS = ['before', 'after', 'beside']

/**
 * Asks more people: before oneself (the own task waits for them), after oneself (once one has approved), or beside oneself
 * (seats of their own in the round). A reject of somebody added before or after rejects the seat that added them.
 *
 * @throws FlowError `TASK_NOT_FOUND`, `NOT_A_CANDIDATE`, `ACTION_NOT_ALLOWED`, `COMMAND_INVALID`; `NOBODY_FOUND` with the
 *   first person whom the host does not know or who is disabled
 */
export const addSigners: Handler<'addSigners'> = (run, { taskId, by, people, how }) => {
  const { activation, round, seat } = findOpenTask(run.state, taskId)
  const element = run.element(activation.element)
  checkCandidate(seat, taskId, by)
  checkAction(element, 'addSigners')
  if (round.resubmit) throw new FlowError('ACTION_NOT_ALLOWED', { elementId: element.id, action: 'addSigners' })
  if (!Array.isArray(people) || people.length === 0 || !WAYS.includes(how)) {
    throw new FlowError('COMMAND_INVALID', { type: 'addSigners', people, how })
  }
  for (const person of people) {
    if (!isKnown(run, element, activation.id, person))
      throw new FlowError('NOBODY_FOUND', { elementId: element.id, to: person })
  }
  const elementId = element.id
  const to = round.seats.indexOf(seat)
  run.emit({ type: 'SignersAdded', roundId: round.id, elementId, taskId, by, how, to, people: [...new Set(people)] })
  runRound(run, element, activation.id)
}
