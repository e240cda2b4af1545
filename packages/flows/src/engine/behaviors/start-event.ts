import { openRound } from '../round/run-round.ts'
import type { Behavior } from './behavior.ts'

/**
 * Lets the token go on at once. The start of the process is where a case comes back to its initiator: a return opens a
 * task there, in which they fill in again, and submit, or withdraw the case for good.
 *
 * Source: BPMN 2.0.2, clause 13.5.1 (Start Events).
 */
export const startEvent: Behavior = {
  handles: ['bpmn:StartEvent', 'bpmn:StartEvent message', 'bpmn:StartEvent timer'],
  enter(run, _element, activationId) {
    run.leave(activationId)
  },
  reopen(run, element, activationId) {
    openRound(run, element, activationId, [{ people: [run.state.initiator] }], true)
  },
  keeps: ({ scope }) => scope === undefined,
}
