import type { ProcessDefinition } from '../definition/process-definition.ts'
import { behaviorOf } from '../engine/behaviors/index.ts'

const DECIDING = new Set(['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:EventBasedGateway'])

/** Where a token would have come first if the gateway that sent it along this flow had decided otherwise. */
export function alternativesTo(definition: ProcessDefinition, flowId: string): string[] {
  const { elements, sequenceFlows } = definition
  const gateway = elements[sequenceFlows[flowId]?.source ?? '']
  if (!gateway || !DECIDING.has(gateway.type)) return []
  return gateway.outgoing
    .filter((id) => id !== flowId)
    .flatMap((id) => firstWaits(definition, sequenceFlows[id]?.target ?? ''))
}

/** The first elements at which a token would wait, or end, from an element on. */
function firstWaits({ elements, sequenceFlows }: ProcessDefinition, start: string): string[] {
  const found: string[] = []
  const seen = new Set<string>()
  const pending = [start]
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const element = elements[id]
    if (!element || seen.has(id)) continue
    seen.add(id)
    if (behaviorOf(element)?.waits || element.type === 'bpmn:EndEvent') found.push(id)
    else if (element.starts) pending.push(...element.starts)
    else pending.push(...element.outgoing.flatMap((flow) => sequenceFlows[flow]?.target ?? []))
  }
  return found
}
