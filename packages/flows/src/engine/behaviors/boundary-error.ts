import type { Behavior } from './behavior.ts'

/**
 * Catches an error that is thrown in the activity it sits on, or inside it; see `throwError`.
 *
 * Source: BPMN 2.0.2, clause 13.5.3 (Intermediate Boundary Events).
 */
export const boundaryError: Behavior = {
  handles: ['bpmn:BoundaryEvent error'],
  enter(run, _element, activationId) {
    run.leave(activationId)
  },
}
