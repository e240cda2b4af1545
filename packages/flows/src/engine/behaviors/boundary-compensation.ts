import type { Behavior } from './behavior.ts'

/**
 * Names what compensates the activity it sits on, by an association. It waits for nothing and no token comes to it: see
 * `compensation`.
 *
 * Source: BPMN 2.0.2, clause 13.5.3 (Intermediate Boundary Events), 10.7 (Compensation).
 */
export const boundaryCompensation: Behavior = {
  handles: ['bpmn:BoundaryEvent compensate'],
  enter(run, _element, activationId) {
    run.leave(activationId)
  },
}
