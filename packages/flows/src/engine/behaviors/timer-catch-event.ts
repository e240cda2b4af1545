import { scheduleTimer } from '../timer/schedule-timer.ts'
import type { Behavior } from './behavior.ts'

/**
 * Waits for an instant on the way from one element to the next.
 *
 * Source: BPMN 2.0.2, clause 13.5.2 (Intermediate Events).
 */
export const timerCatchEvent: Behavior = {
  handles: ['bpmn:IntermediateCatchEvent timer'],
  waits: 'timer',
  enter: scheduleTimer,
  fired(run, _element, { activation }) {
    run.leave(activation)
  },
}
