import { setResult } from '../set-result.ts'
import type { Behavior } from './behavior.ts'

/**
 * Evaluates its FEEL: into the result variable, or, without one, a context whose entries become variables.
 *
 * @throws FlowError `EXPRESSION_FAILED` also when there is no result variable and the value is no context
 * Source: BPMN 2.0.2, clause 10.3.3 (Script Task).
 */
export const scriptTask: Behavior = {
  handles: ['bpmn:ScriptTask'],
  enter(run, element, activationId) {
    const { script } = element
    if (!script) return run.leave(activationId)
    const value = run.evaluate(script.expression, element.id, activationId)
    setResult(run, element, activationId, value, script.result)
    run.leave(activationId)
  },
}
