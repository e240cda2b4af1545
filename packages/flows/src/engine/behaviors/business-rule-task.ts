import type { Behavior } from './behavior.ts'
import { serviceTask } from './service-task.ts'

/**
 * Asks the host for a decision, like a service: its inputs go out, its outputs read the result. One whose decision is
 * linked decides by itself (`decision-task`).
 *
 * Source: BPMN 2.0.2, clause 10.3.3 (Business Rule Task).
 */
export const businessRuleTask: Behavior = { ...serviceTask, handles: ['bpmn:BusinessRuleTask'] }
