import { FlowError } from '../errors.ts'
import { conditionOf } from './expression.ts'
import type { ModdleElement } from './moddle-element.ts'
import type { FlowElement, SequenceFlow } from './process-definition.ts'

/**
 * One sequence flow. Many tools write none of their ids, so that a flow without one is named after its ends.
 *
 * @throws FlowError `REFERENCE_MISSING` when an end is not drawn, `DIAGRAM_INVALID` when it crosses the edge of a sub-process
 */
export function readSequenceFlow(
  flow: ModdleElement,
  elements: Readonly<Record<string, FlowElement>>,
  others: Readonly<Record<string, SequenceFlow>>,
): SequenceFlow {
  const source = elements[flow.sourceRef?.id ?? '']
  const target = elements[flow.targetRef?.id ?? '']
  if (!source || !target) {
    throw new FlowError('REFERENCE_MISSING', { elementId: flow.id, reference: source ? 'targetRef' : 'sourceRef' })
  }
  if (source.scope !== target.scope) {
    throw new FlowError('DIAGRAM_INVALID', { elementId: flow.id, reason: 'a flow crosses the edge of a sub-process' })
  }
  const condition = flow.conditionExpression?.body?.trim()
  return {
    id: flow.id ?? freeId(`${source.id}-${target.id}`, others),
    name: flow.name,
    source: source.id,
    target: target.id,
    condition: condition ? conditionOf(condition) : undefined,
  }
}

function freeId(wanted: string, taken: Readonly<Record<string, SequenceFlow>>): string {
  let id = wanted
  for (let count = 2; taken[id]; count += 1) id = `${wanted}-${count}`
  return id
}
