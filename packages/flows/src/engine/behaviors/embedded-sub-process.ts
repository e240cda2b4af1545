import type { Behavior } from './behavior.ts'

/**
 * Runs what is drawn inside it, from its start event, and is left when no token is left in there.
 *
 * A transaction does the same until it is cancelled (`cancel-end-event`).
 *
 * Source: BPMN 2.0.2, clause 13.3.4 (Sub-Process).
 */
export const embeddedSubProcess: Behavior = {
  handles: ['bpmn:SubProcess', 'bpmn:Transaction'],
  enter(run, element, activationId) {
    const [start] = element.starts ?? []
    if (start) run.send({ element: start, from: [activationId], scope: activationId })
  },
  resume() {
    // What is inside goes on by itself.
  },
  keeps: () => true,
  isScope: true,
}
