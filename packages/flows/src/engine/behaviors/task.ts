import type { Behavior } from './behavior.ts'

/** A task without a kind, and a manual one, are done outside: the engine passes them at once. */
export const task: Behavior = {
  handles: ['bpmn:Task', 'bpmn:ManualTask'],
  enter(run, _element, activationId) {
    run.leave(activationId)
  },
}
