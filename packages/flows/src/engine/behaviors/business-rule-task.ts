import { setResult } from '../set-result.ts'
import type { Behavior } from './behavior.ts'
import { serviceTask } from './service-task.ts'

/**
 * Asks the host for a decision, like a service: its inputs go out, its outputs read the result, and where a decision names
 * a result variable, that takes it. One whose decision is linked decides by itself (`decision-task`).
 *
 * Source: BPMN 2.0.2, clause 10.3.3 (Business Rule Task).
 */
export const businessRuleTask: Behavior = {
  ...serviceTask,
  handles: ['bpmn:BusinessRuleTask'],
  serviced(run, element, service, result) {
    const variable = element.decision?.result
    if (variable !== undefined && result !== undefined) {
      setResult(run, element, service.activation, result, variable)
    }
    serviceTask.serviced?.(run, element, service, result)
  },
}
