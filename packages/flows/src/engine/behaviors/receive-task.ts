import { subscribe } from '../subscribe.ts'
import type { Behavior } from './behavior.ts'

/**
 * Waits for its message; one without a message waits until somebody triggers it.
 *
 * Source: BPMN 2.0.2, clause 10.3.3 (Receive Task).
 */
export const receiveTask: Behavior = {
  handles: ['bpmn:ReceiveTask'],
  waits: 'receive',
  enter: subscribe,
  delivered(run, _element, { activation }) {
    run.leave(activation)
  },
  keeps: () => true,
  actsOutside: true,
}
