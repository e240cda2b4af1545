import type { FlowElement } from './process-definition.ts'

/** True for what has elements inside. */
export function isSubProcess({ type }: Pick<FlowElement, 'type'>): boolean {
  return type === 'bpmn:SubProcess' || type === 'bpmn:Transaction'
}

/** True for what is done, as against events and gateways. */
export function isActivity(element: Pick<FlowElement, 'type'>): boolean {
  return element.type.endsWith('Task') || isSubProcess(element) || element.type === 'bpmn:CallActivity'
}
