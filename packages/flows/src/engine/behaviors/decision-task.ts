import { decide } from '../../decision/decide.ts'
import { FlowError } from '../../errors.ts'
import { setResult } from '../set-result.ts'
import type { Behavior } from './behavior.ts'

/**
 * A business rule task with a decision that is linked: decides, and goes on. The value becomes the result variable, or,
 * without one, a context whose entries become variables.
 *
 * @throws FlowError `HIT_POLICY_VIOLATED`, `VALUE_NOT_ALLOWED`, `EXPRESSION_FAILED`
 * Source: BPMN 2.0.2, clause 10.3.3 (Business Rule Task); `zhupi:decision` is ours.
 */
export const decisionTask: Behavior = {
  handles: ['bpmn:BusinessRuleTask decision'],
  enter(run, element, activationId) {
    const { linked, result } = element.decision ?? {}
    if (!linked) return run.leave(activationId)
    try {
      const value = decide(linked, {}, (expression, seen) =>
        run.evaluate(expression, element.id, activationId, { ...seen }),
      )
      setResult(run, element, activationId, value, result)
    } catch (error) {
      if (!(error instanceof FlowError)) throw error
      throw new FlowError(error.code, { elementId: element.id, ...error.details }, { cause: error })
    }
    run.leave(activationId)
  },
}
