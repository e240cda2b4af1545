import { fireBoundary } from '../fire-boundary.ts'
import { repeatTimer, scheduleTimer } from '../timer/schedule-timer.ts'
import type { Behavior } from './behavior.ts'

/**
 * Happens when the activity it sits on has taken too long. A cycle that does not interrupt happens again and again.
 *
 * Source: BPMN 2.0.2, clause 13.5.3 (Intermediate Boundary Events).
 */
export const boundaryTimer: Behavior = {
  handles: ['bpmn:BoundaryEvent timer'],
  attach: scheduleTimer,
  fired(run, element, timer) {
    if (!element.interrupting) repeatTimer(run, element, timer)
    fireBoundary(run, element, timer.activation)
  },
  enter(run, _element, activationId) {
    run.leave(activationId)
  },
}
