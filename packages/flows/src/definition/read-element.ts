import { FlowError } from '../errors.ts'
import { conditionOf } from './expression.ts'
import { attribute, extensionsOf, type ModdleElement, type ModdleExtension } from './moddle-element.ts'
import type { DecisionRule, FlowElement, Mapping, ScriptRule, ServiceRule } from './process-definition.ts'
import { Attributes, readApproval, readFields } from './read-approval.ts'
import { readCall } from './read-call.ts'
import { readEvent, readMessage } from './read-event.ts'
import { readLoop } from './read-loop.ts'

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
  const loop = readLoop(element)
  return {
    id,
    bareId: id,
    type,
    name: element.name,
    scope,
    incoming: [],
    outgoing: [],
    default: element.default?.id,
    lanes,
    event: type === 'bpmn:ReceiveTask' || type === 'bpmn:SendTask' ? readTaskMessage(element) : readEvent(element),
    attachedTo: element.attachedToRef?.id,
    interrupting: interrupts(element),
    boundaries: [],
    fields: type === 'bpmn:StartEvent' ? readFields(element) : undefined,
    approval: type === 'bpmn:UserTask' ? readApproval(element, loop !== undefined) : undefined,
    service: SERVICES.has(type) ? readService(element) : undefined,
    decision: type === 'bpmn:BusinessRuleTask' ? readDecision(element) : undefined,
    script: type === 'bpmn:ScriptTask' ? readScript(element) : undefined,
    triggeredByEvent: element.triggeredByEvent ? true : undefined,
    loop,
    call: type === 'bpmn:CallActivity' ? readCall(element) : undefined,
    forCompensation: element.isForCompensation ? true : undefined,
  }
}

const SERVICES = new Set(['bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask'])

/** Of boundary events, and of the start events of event sub-processes. */
function interrupts({ $type, cancelActivity, isInterrupting }: ModdleElement): boolean | undefined {
  if ($type === 'bpmn:BoundaryEvent') return cancelActivity !== false
  return $type === 'bpmn:StartEvent' ? isInterrupting !== false : undefined
}

/** A receive task may have no message: then somebody triggers it. A send task without one is a service. */
function readTaskMessage(element: ModdleElement) {
  return element.messageRef ? readMessage(element, element) : undefined
}

/** Scripts are FEEL, whatever other languages tools allow: nothing else runs here. */
function readScript(element: ModdleElement): ScriptRule {
  const { id, scriptFormat = 'feel', script = '' } = element
  if (!/feel/i.test(scriptFormat)) {
    throw new FlowError('ELEMENT_UNSUPPORTED', { elementId: id, type: `bpmn:ScriptTask ${scriptFormat}` })
  }
  if (script.trim() === '') throw new FlowError('DIAGRAM_INVALID', { elementId: id, reason: 'the script is empty' })
  const [extension] = extensionsOf(element, 'zhupi:Script')
  return { expression: conditionOf(script), result: attribute(extension, 'result') }
}

function readDecision(element: ModdleElement): DecisionRule | undefined {
  const [decision] = extensionsOf(element, 'zhupi:Decision')
  if (!decision) return undefined
  const ref = new Attributes(element.id ?? '').required('ref', attribute(decision, 'ref'))
  return { ref, result: attribute(decision, 'result') }
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
