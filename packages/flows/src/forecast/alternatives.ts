import type { FlowElement, ProcessDefinition } from '../definition/process-definition.ts'
import type { Event } from '../engine/event.ts'
import { firstWaits } from './first-waits.ts'

/** Where a token would have come first if what sent it along this flow had decided otherwise. */
export function alternativesTo(definition: ProcessDefinition, flowId: string): string[] {
  const { elements, sequenceFlows } = definition
  const source = elements[sequenceFlows[flowId]?.source ?? '']
  if (!source || !decides(definition, source)) return []
  const others = source.outgoing.filter((id) => id !== flowId)
  return firstWaits(definition, { entered: others.flatMap((id) => sequenceFlows[id]?.target ?? []) })
}

/** Where it would come first if an activity that is repeated had been run more often, or less: data say how often. */
export function alternativesToInstance(definition: ProcessDefinition, event: Event): string[] {
  if (event.type !== 'ElementEntered' && event.type !== 'InstanceCompleted') return []
  const element = definition.elements[event.elementId]
  const whole = event.type === 'ElementEntered' ? element : definition.elements[element?.bodyOf ?? '']
  return whole?.loop ? firstWaits(definition, { entered: [whole.id] }) : []
}

const DECIDING = new Set(['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:EventBasedGateway'])

/** Gateways, and activities whose sequence flows have conditions. */
function decides({ sequenceFlows }: ProcessDefinition, { type, outgoing }: FlowElement): boolean {
  if (DECIDING.has(type)) return true
  return type !== 'bpmn:ParallelGateway' && outgoing.some((flow) => sequenceFlows[flow]?.condition !== undefined)
}
