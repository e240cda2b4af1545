import { throwUp } from '../throw-error.ts'
import type { Behavior } from './behavior.ts'

/**
 * Tells the scopes around it that something needs attention. Where nobody catches it, the flow goes on all the same.
 *
 * Source: BPMN 2.0.2, clause 13.5.2 (Intermediate Events), 13.5.6 (End Events).
 */
export const escalationThrowEvent: Behavior = {
  handles: ['bpmn:IntermediateThrowEvent escalation', 'bpmn:EndEvent escalation'],
  enter(run, element, activationId) {
    if (element.event?.kind !== 'escalation') return
    const { code } = element.event
    const caught = throwUp(run, 'escalation', activationId, code)
    run.emit({ type: 'EscalationThrown', elementId: element.id, code, caught })
    // What catches it may have broken this off.
    const here = run.state.find(activationId)
    if (here && here.done === undefined) run.leave(activationId)
  },
}
