import { flowsOf } from '../outgoing-flows.ts'
import type { Behavior } from './behavior.ts'

/**
 * Waits for all the events behind it at once; the first that happens is taken, and the others are given up (`happen`).
 *
 * Source: BPMN 2.0.2, clause 13.4.5 (Event-Based Gateway).
 */
export const eventBasedGateway: Behavior = {
  handles: ['bpmn:EventBasedGateway'],
  enter(run, element, activationId) {
    for (const { target } of flowsOf(run, element)) {
      const event = run.element(target)
      run.behavior(event).attach?.(run, event, activationId)
    }
  },
}
