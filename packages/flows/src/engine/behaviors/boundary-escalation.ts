import type { Behavior } from './behavior.ts'

/**
 * Catches an escalation that is thrown inside the activity it sits on, which it need not interrupt; see `throwUp`.
 *
 * Source: BPMN 2.0.2, clause 13.5.3 (Intermediate Boundary Events).
 */
export const boundaryEscalation: Behavior = {
  handles: ['bpmn:BoundaryEvent escalation'],
  enter(run, _element, activationId) {
    run.leave(activationId)
  },
}
