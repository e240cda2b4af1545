import { behaviorKey, behaviors } from '../engine/behaviors/index.ts'
import { FlowError } from '../errors.ts'
import { checkCompensation } from './check-compensation.ts'
import { checkTransactions } from './check-transactions.ts'
import { findEndlessLoop } from './find-endless-loop.ts'
import { jumpsFrom } from './jumps.ts'
import type { FlowElement, ProcessDefinition } from './process-definition.ts'
import { isActivity } from './sub-process.ts'

/**
 * Refuses what `advance` could not run to the end.
 *
 * @throws FlowError `ELEMENT_UNSUPPORTED`, `DIAGRAM_INVALID`, `REFERENCE_MISSING`, `ENDLESS_LOOP`, each with `elementId`
 */
export function checkDefinition(definition: ProcessDefinition): void {
  if (definition.starts.length === 0) invalid(definition.id, 'no start event')
  for (const element of Object.values(definition.elements)) {
    checkExecutable(element)
    checkPlace(element, definition)
    checkReturnTarget(element, definition)
    checkLink(element, definition)
  }
  checkCompensation(definition)
  checkTransactions(definition)
  const loop = findEndlessLoop(definition, (id) => {
    const element = definition.elements[id]
    return element ? jumpsFrom(definition, element).map((target) => target.id) : []
  })
  if (loop) throw new FlowError('ENDLESS_LOOP', { elementId: loop[0], elements: loop })
}

function checkExecutable(element: FlowElement) {
  const key = behaviorKey(element)
  if (!behaviors.has(key)) throw new FlowError('ELEMENT_UNSUPPORTED', { elementId: element.id, type: key })
}

function checkPlace(element: FlowElement, { elements, sequenceFlows }: ProcessDefinition) {
  if (element.starts?.length === 0) invalid(element.id, 'no start event inside')
  if (element.default && !element.outgoing.includes(element.default)) {
    invalid(element.id, 'the default flow leaves another element')
  }
  if (element.type === 'bpmn:BoundaryEvent') {
    const host = elements[element.attachedTo ?? '']
    if (!host) throw new FlowError('REFERENCE_MISSING', { elementId: element.id, reference: 'attachedToRef' })
    if (!isActivity(host) || host.scope !== element.scope) invalid(element.id, 'attached to no activity beside it')
  }
  if (element.type === 'bpmn:EventBasedGateway') checkEventsBehind(element, elements, sequenceFlows)
  if (element.triggeredByEvent && element.incoming.length + element.outgoing.length > 0) {
    invalid(element.id, 'an event sub-process is not on any flow')
  }
  if (element.incoming.length > 0 && ['bpmn:StartEvent', 'bpmn:BoundaryEvent'].includes(element.type)) {
    invalid(element.id, 'a flow leads into it')
  }
  if (element.outgoing.length > 0 && element.type === 'bpmn:EndEvent') invalid(element.id, 'a flow leads out of an end')
}

function checkEventsBehind(
  gateway: FlowElement,
  elements: ProcessDefinition['elements'],
  flows: ProcessDefinition['sequenceFlows'],
) {
  if (gateway.outgoing.length === 0) invalid(gateway.id, 'no event behind it')
  for (const flow of gateway.outgoing) {
    const target = elements[flows[flow]?.target ?? '']
    const event = target?.type === 'bpmn:IntermediateCatchEvent' || target?.type === 'bpmn:ReceiveTask'
    if (!event || !target.event || target.loop) invalid(gateway.id, 'not all behind it are events')
  }
}

function checkReturnTarget(element: FlowElement, { elements, starts }: ProcessDefinition) {
  const to = element.approval?.policies.returnTo
  if (to === undefined) return
  if (elements[to]?.type !== 'bpmn:UserTask' && !starts.includes(to)) {
    throw new FlowError('REFERENCE_MISSING', { elementId: element.id, reference: to })
  }
}

function checkLink({ id, type, scope, event }: FlowElement, { elements }: ProcessDefinition) {
  if (event?.kind !== 'link' || type !== 'bpmn:IntermediateThrowEvent') return
  const catches = Object.values(elements).some(
    (other) =>
      other.scope === scope &&
      other.type === 'bpmn:IntermediateCatchEvent' &&
      other.event?.kind === 'link' &&
      other.event.name === event.name,
  )
  if (!catches) throw new FlowError('REFERENCE_MISSING', { elementId: id, reference: event.name })
}

function invalid(elementId: string, reason: string): never {
  throw new FlowError('DIAGRAM_INVALID', { elementId, reason })
}
