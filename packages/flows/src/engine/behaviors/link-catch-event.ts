import type { Behavior } from './behavior.ts'

/** Where a link of its name leads: the token passes. */
export const linkCatchEvent: Behavior = {
  handles: ['bpmn:IntermediateCatchEvent link'],
  enter(run, _element, activationId) {
    run.leave(activationId)
  },
}
