import type { Behavior } from './behavior.ts'

/** An intermediate event that throws nothing marks a milestone: the token passes. */
export const throwEvent: Behavior = {
  handles: ['bpmn:IntermediateThrowEvent'],
  enter(run, _element, activationId) {
    run.leave(activationId)
  },
}
