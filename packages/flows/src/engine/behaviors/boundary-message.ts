import { fireBoundary } from '../fire-boundary.ts'
import { subscribe } from '../subscribe.ts'
import type { Behavior } from './behavior.ts'

/**
 * Happens when its message comes while the activity it sits on is open; one that does not interrupt may happen again.
 *
 * Source: BPMN 2.0.2, clause 13.5.3 (Intermediate Boundary Events).
 */
export const boundaryMessage: Behavior = {
  handles: ['bpmn:BoundaryEvent message'],
  attach: subscribe,
  delivered(run, element, { activation }) {
    if (!element.interrupting) subscribe(run, element, activation)
    fireBoundary(run, element, activation)
  },
  enter(run, _element, activationId) {
    run.leave(activationId)
  },
  keeps: () => true,
  actsOutside: true,
}
