import { fireBoundary } from '../fire-boundary.ts'
import { subscribe } from '../subscribe.ts'
import type { Behavior } from './behavior.ts'

/**
 * Happens when its signal is broadcast while the activity it sits on is open.
 *
 * Source: BPMN 2.0.2, clause 13.5.3 (Intermediate Boundary Events).
 */
export const boundarySignal: Behavior = {
  handles: ['bpmn:BoundaryEvent signal'],
  attach: (run, element, hostId) => subscribe(run, element, hostId),
  delivered(run, element, { activation }) {
    if (!element.interrupting) subscribe(run, element, activation)
    fireBoundary(run, element, activation)
  },
  enter(run, _element, activationId) {
    run.leave(activationId)
  },
}
