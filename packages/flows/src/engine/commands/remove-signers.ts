import { FlowError } from '../../errors.ts'
import { checkAction, checkCandidate } from '../check-candidate.ts'
import { findOpenTask } from '../open-tasks.ts'
import { runRound } from '../round/run-round.ts'
import type { Handler } from './handler.ts'

/**
 * Takes away people whom one has added and who did not decide yet. The own decision stays one's own: without them it is
 * still to be taken.
 *
 * @throws FlowError `TASK_NOT_FOUND`, `NOT_A_CANDIDATE`, `ACTION_NOT_ALLOWED`; `NOBODY_FOUND` with the first person who was
 *   not added from here, or has decided, or has added others who have
 */
export const removeSigners: Handler<'removeSigners'> = (run, { taskId, by, people }) => {
  const { activation, round, seat } = findOpenTask(run.state, taskId)
  const element = run.element(activation.element)
  checkCandidate(seat, taskId, by)
  checkAction(element, 'removeSigners')
  const { seats } = round
  const place = seats.indexOf(seat)
  const places = people.map((person) => {
    const found = seats.findIndex(
      (other) =>
        other.added?.to === place && !other.removed && other.decision === undefined && other.people.includes(person),
    )
    const answered = seats.some((other) => other.added?.to === found && other.decision !== undefined)
    if (found < 0 || answered) throw new FlowError('NOBODY_FOUND', { elementId: element.id, to: person })
    return found
  })
  const gone = [...seats.keys()].filter(
    (other) => places.includes(other) || places.includes(seats[other]?.added?.to ?? -1),
  )
  for (const other of gone) {
    const task = seats[other]?.task
    if (task !== undefined) run.emit({ type: 'TaskCancelled', taskId: task, elementId: element.id, reason: 'removed' })
  }
  run.emit({ type: 'SignersRemoved', roundId: round.id, elementId: element.id, by, seats: gone })
  runRound(run, element, activation.id)
}
