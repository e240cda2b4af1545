import type { FlowElement } from '../../definition/process-definition.ts'
import type { Run } from '../run.ts'
import { undoDecisions } from '../undo.ts'
import { findSeats } from './find-seats.ts'
import { openRound } from './run-round.ts'

/**
 * Asks in a round anew, with the people whom the step finds now: what was decided in it counts no more.
 *
 * @throws FlowError `NOBODY_FOUND`
 */
export function askAnew(run: Run, element: FlowElement, activationId: number): void {
  const activation = run.activation(activationId)
  for (const { task, decision } of activation.round?.seats ?? []) {
    if (task === undefined || decision !== undefined) continue
    run.emit({ type: 'TaskCancelled', taskId: task, elementId: element.id, reason: 'migrated' })
  }
  undoDecisions(run, { ...activation, aside: undefined }, 'migrated')
  openRound(run, element, activationId, findSeats(run, element, run.activation(activationId)))
}
