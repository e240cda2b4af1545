import type { Behavior } from './behavior.ts'

/**
 * Ends everything that goes on beside it: in the sub-process, which is then left, or in the whole process.
 *
 * Source: BPMN 2.0.2, clause 13.5.6 (End Events), terminate.
 */
export const terminateEndEvent: Behavior = {
  handles: ['bpmn:EndEvent terminate'],
  enter(run, element, activationId) {
    const { scope } = run.activation(activationId)
    run.close(activationId, element)
    if (scope === undefined) return run.end('completed')
    run.interruptInside(scope)
    run.leave(scope, undefined, true)
  },
}
