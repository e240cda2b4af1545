import type { Behavior } from './behavior.ts'

/** Ends its token. The process, or the sub-process, ends when that was the last one. */
export const endEvent: Behavior = {
  handles: ['bpmn:EndEvent'],
  enter(run, _element, activationId) {
    run.leave(activationId)
  },
}
