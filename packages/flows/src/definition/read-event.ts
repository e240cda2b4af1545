import { FlowError } from '../errors.ts'
import { conditionOf } from './expression.ts'
import { attribute, extensionsOf, type ModdleElement } from './moddle-element.ts'
import type { EventDefinition, TimerRule } from './process-definition.ts'

/**
 * What an event waits for or throws; undefined for a plain one. A receive task reads its message the same way.
 *
 * @throws FlowError `ELEMENT_UNSUPPORTED`, `DIAGRAM_INVALID`, `REFERENCE_MISSING`, each with `elementId`
 */
export function readEvent(element: ModdleElement): EventDefinition | undefined {
  const [definition, second] = element.eventDefinitions ?? []
  if (second) throw new FlowError('ELEMENT_UNSUPPORTED', { elementId: element.id, reason: 'two event definitions' })
  if (!definition) return undefined
  switch (definition.$type) {
    case 'bpmn:TerminateEventDefinition':
      return { kind: 'terminate' }
    case 'bpmn:TimerEventDefinition':
      return { kind: 'timer', timer: readTimer(element, definition) }
    case 'bpmn:MessageEventDefinition':
      return readMessage(element, definition)
    case 'bpmn:ErrorEventDefinition':
      return { kind: 'error', ...codeOf(definition.errorRef, 'errorCode') }
    case 'bpmn:EscalationEventDefinition':
      return { kind: 'escalation', ...codeOf(definition.escalationRef, 'escalationCode') }
    case 'bpmn:SignalEventDefinition':
      return { kind: 'signal', name: nameOf(element, definition.signalRef, 'signalRef') }
    case 'bpmn:ConditionalEventDefinition':
      return { kind: 'conditional', condition: readCondition(element, definition) }
    case 'bpmn:CompensateEventDefinition':
      return {
        kind: 'compensate',
        activity: definition.activityRef?.id,
        wait: definition.waitForCompletion !== false,
      }
    case 'bpmn:CancelEventDefinition':
      return { kind: 'cancel' }
    case 'bpmn:LinkEventDefinition':
      return { kind: 'link', name: definition.name ?? element.name ?? '' }
    default:
      throw new FlowError('ELEMENT_UNSUPPORTED', { elementId: element.id, type: definition.$type })
  }
}

/** @param holder the element or event definition that names the message */
export function readMessage(element: ModdleElement, holder: ModdleElement): EventDefinition {
  const name = nameOf(element, holder.messageRef, 'messageRef')
  const [subscription] = extensionsOf(element, 'zhupi:Subscription')
  return { kind: 'message', name, correlationKey: attribute(subscription, 'correlationKey') }
}

function nameOf(element: ModdleElement, named: ModdleElement | undefined, reference: string): string {
  const name = named?.name ?? named?.id
  if (!name) throw new FlowError('REFERENCE_MISSING', { elementId: element.id, reference })
  return name
}

/** Many diagrams declare an error by its id alone: it is known by that, and caught without a code all are. */
function codeOf(
  declared: ModdleElement | undefined,
  key: 'errorCode' | 'escalationCode',
): { code?: string; any?: true } {
  const code = declared?.[key]
  return code === undefined && declared ? { code: declared.id, any: true } : { code }
}

function readCondition(element: ModdleElement, definition: ModdleElement): string {
  const condition = definition.condition?.body?.trim()
  if (!condition)
    throw new FlowError('DIAGRAM_INVALID', { elementId: element.id, reason: 'the event has no condition' })
  return conditionOf(condition)
}

function readTimer(element: ModdleElement, definition: ModdleElement): TimerRule {
  const date = definition.timeDate?.body?.trim()
  const duration = definition.timeDuration?.body?.trim()
  const cycle = definition.timeCycle?.body?.trim()
  if (date) return { date }
  if (duration) return { duration }
  if (cycle) return { cycle }
  throw new FlowError('DIAGRAM_INVALID', { elementId: element.id, reason: 'the timer has no time' })
}
