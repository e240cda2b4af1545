import { fireBoundary } from '../fire-boundary.ts'
import { subscribe } from '../subscribe.ts'
import type { Behavior } from './behavior.ts'

/**
 * Happens when its condition comes to hold while the activity it sits on is open; one that does not interrupt happens
 * again after the condition did not hold in between.
 *
 * Source: BPMN 2.0.2, clause 13.5.3 (Intermediate Boundary Events).
 */
export const boundaryConditional: Behavior = {
  handles: ['bpmn:BoundaryEvent conditional'],
  attach: (run, element, hostId) => subscribe(run, element, hostId),
  delivered(run, element, { activation }) {
    if (!element.interrupting) subscribe(run, element, activation, true)
    fireBoundary(run, element, activation)
  },
  enter(run, _element, activationId) {
    run.leave(activationId)
  },
}
