import { FlowError } from '../errors.ts'
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
      return { kind: 'error', code: definition.errorRef?.errorCode }
    default:
      throw new FlowError('ELEMENT_UNSUPPORTED', { elementId: element.id, type: definition.$type })
  }
}

/** @param holder the element or event definition that names the message */
export function readMessage(element: ModdleElement, holder: ModdleElement): EventDefinition {
  const name = holder.messageRef?.name ?? holder.messageRef?.id
  if (!name) throw new FlowError('REFERENCE_MISSING', { elementId: element.id, reference: 'messageRef' })
  const [subscription] = extensionsOf(element, 'zhupi:Subscription')
  return { kind: 'message', name, correlationKey: attribute(subscription, 'correlationKey') }
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
