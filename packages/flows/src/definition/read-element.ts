import { FlowError } from '../errors.ts'
import { attribute, extensionsOf, type ModdleElement, type ModdleExtension } from './moddle-element.ts'
import type { FlowElement, Mapping, ServiceRule } from './process-definition.ts'
import { Attributes, readApproval, readFields } from './read-approval.ts'
import { readEvent, readMessage } from './read-event.ts'

/** Ids that would reach into an object's prototype where they become keys. */
const UNSAFE_IDS = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * One flow node with all it says itself; flows and neighbours are connected afterwards.
 *
 * @throws FlowError `DIAGRAM_INVALID`, `ELEMENT_UNSUPPORTED`, `APPROVAL_INVALID`, `REFERENCE_MISSING`
 */
export function readElement(element: ModdleElement, scope: string | undefined, lanes: string[]): FlowElement {
  const { id, $type: type } = element
  if (!id || UNSAFE_IDS.has(id)) throw new FlowError('DIAGRAM_INVALID', { elementId: id, reason: 'no valid id', type })
  return {
    id,
    type,
    name: element.name,
    scope,
    incoming: [],
    outgoing: [],
    default: element.default?.id,
    lanes,
    event: type === 'bpmn:ReceiveTask' ? readReceive(element) : readEvent(element),
    attachedTo: element.attachedToRef?.id,
    interrupting: type === 'bpmn:BoundaryEvent' ? element.cancelActivity !== false : undefined,
    boundaries: [],
    fields: type === 'bpmn:StartEvent' ? readFields(element) : undefined,
    approval: type === 'bpmn:UserTask' ? readApproval(element) : undefined,
    service: type === 'bpmn:ServiceTask' ? readService(element) : undefined,
  }
}

/** A receive task may have no message: then somebody triggers it. */
function readReceive(element: ModdleElement) {
  return element.messageRef ? readMessage(element, element) : undefined
}

function readService(element: ModdleElement): ServiceRule {
  const [service] = extensionsOf(element, 'zhupi:Service')
  const read = new Attributes(element.id ?? '')
  return {
    type: attribute(service, 'type') ?? '',
    once: read.word('once', attribute(service, 'once') ?? 'false', ['true', 'false']) === 'true',
    retries: read.number('retries', attribute(service, 'retries'), 0, 100) ?? 3,
    input: readMappings(service?.inputs, read),
    output: readMappings(service?.outputs, read),
  }
}

function readMappings(mappings: ModdleExtension[] | undefined, read: Attributes): Mapping[] {
  return (mappings ?? []).map((mapping) => ({
    name: read.required('name', attribute(mapping, 'name')),
    value: attribute(mapping, 'value') ?? '',
  }))
}
