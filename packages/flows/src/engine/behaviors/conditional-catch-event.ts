import { subscribe } from '../subscribe.ts'
import type { Behavior } from './behavior.ts'

/**
 * Waits until its condition holds; it is looked at again whenever a variable changes.
 *
 * Source: BPMN 2.0.2, clause 13.5.2 (Intermediate Events).
 */
export const conditionalCatchEvent: Behavior = {
  handles: ['bpmn:IntermediateCatchEvent conditional'],
  waits: 'conditional',
  enter: (run, element, activationId) => subscribe(run, element, activationId),
  attach: (run, element, gatewayId) => subscribe(run, element, gatewayId),
  delivered(run, _element, { activation }) {
    run.leave(activation)
  },
}
