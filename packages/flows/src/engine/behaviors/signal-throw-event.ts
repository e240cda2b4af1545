import { broadcast } from '../broadcast.ts'
import type { Behavior } from './behavior.ts'

/**
 * Broadcasts its signal: to all that wait for it in this case at once, to other cases by the host.
 *
 * Source: BPMN 2.0.2, clause 13.5.2 (Intermediate Events), 13.5.6 (End Events).
 */
export const signalThrowEvent: Behavior = {
  handles: ['bpmn:IntermediateThrowEvent signal', 'bpmn:EndEvent signal'],
  enter(run, element, activationId) {
    if (element.event?.kind !== 'signal') return
    const { name } = element.event
    run.emit({ type: 'SignalThrown', elementId: element.id, name })
    // Left first: whoever takes the signal may interrupt the scope of this event.
    run.leave(activationId)
    broadcast(run, name)
  },
}
