import { overdue, scheduleDue } from '../round/due.ts'
import { findSeats } from '../round/find-seats.ts'
import { openRound, runRound } from '../round/run-round.ts'
import type { Behavior } from './behavior.ts'

/**
 * Asks its people in a round of seats (`round/`), each with a task, and is left with the round's outcome in
 * `decisions.<elementId>`.
 *
 * @throws FlowError `NOBODY_FOUND`
 * Source: BPMN 2.0.2, clause 10.3.4 (User Task); the approval extension is ours.
 */
export const userTask: Behavior = {
  handles: ['bpmn:UserTask'],
  waits: 'user',
  enter(run, element, activationId) {
    scheduleDue(run, element, activationId)
    openRound(run, element, activationId, findSeats(run, element, run.activation(activationId)))
  },
  resume(run, element, activationId) {
    scheduleDue(run, element, activationId)
    runRound(run, element, activationId)
  },
  fired(run, element, { activation }) {
    overdue(run, element, activation)
  },
  keeps: () => true,
}
