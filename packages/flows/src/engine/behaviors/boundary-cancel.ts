import type { Behavior } from './behavior.ts'

/**
 * By it a transaction is left that a cancel end event inside has cancelled.
 *
 * Source: BPMN 2.0.2, clause 13.5.3 (Intermediate Boundary Events), cancel.
 */
export const boundaryCancel: Behavior = {
  handles: ['bpmn:BoundaryEvent cancel'],
  enter(run, _element, activationId) {
    run.leave(activationId)
  },
}
