import { subscribe } from '../subscribe.ts'
import type { Behavior } from './behavior.ts'

/**
 * Waits for its message on the way from one element to the next.
 *
 * Source: BPMN 2.0.2, clause 13.5.2 (Intermediate Events).
 */
export const messageCatchEvent: Behavior = {
  handles: ['bpmn:IntermediateCatchEvent message'],
  waits: 'message',
  enter: subscribe,
  delivered(run, _element, { activation }) {
    run.leave(activation)
  },
  keeps: () => true,
  actsOutside: true,
}
