import { FlowError } from '../errors.ts'
import { eachOf } from './element-key.ts'
import type { ModdleElement } from './moddle-element.ts'
import type { FlowElement, ProcessDefinition } from './process-definition.ts'

/**
 * Writes down at each activity what compensates it: the activity with which the compensation event on its edge is
 * associated, or the event sub-process inside that begins by compensation. Of an activity that is run several times, each
 * time is compensated.
 *
 * @param associations those of the process and of every sub-process
 * @throws FlowError `DIAGRAM_INVALID` where an activity has several, or a compensation event none
 */
export function connectCompensation(
  definition: ProcessDefinition,
  associations: readonly ModdleElement[],
): ProcessDefinition {
  const elements: Record<string, FlowElement> = Object.assign(Object.create(null), definition.elements)
  const compensate = (activity: string | undefined, by: string) => {
    const whole = elements[activity ?? '']
    const element = whole?.loop ? elements[eachOf(whole.id)] : whole
    if (!element) return
    if (element.compensatedBy !== undefined) {
      throw new FlowError('DIAGRAM_INVALID', { elementId: element.bareId, reason: 'compensated twice over' })
    }
    elements[element.id] = { ...element, compensatedBy: by }
  }
  for (const { id, type, event, attachedTo, scope } of Object.values(definition.elements)) {
    if (event?.kind !== 'compensate') continue
    if (type === 'bpmn:BoundaryEvent') compensate(attachedTo, associatedWith(id, associations))
    if (type === 'bpmn:StartEvent' && scope !== undefined) compensate(elements[scope]?.scope, scope)
  }
  for (const { id, compensatedBy } of Object.values(elements))
    if (compensatedBy !== undefined) markCompensable(elements, id)
  return { ...definition, elements }
}

function associatedWith(event: string, associations: readonly ModdleElement[]): string {
  const found = associations.find(({ sourceRef }) => sourceRef?.id === event)?.targetRef?.id
  if (found === undefined) {
    throw new FlowError('DIAGRAM_INVALID', { elementId: event, reason: 'no activity is associated with it' })
  }
  return found
}

/** An activity, and all that are around it. */
export function markCompensable(elements: Record<string, FlowElement>, id: string): void {
  const element = elements[id]
  if (!element || element.compensable) return
  elements[id] = { ...element, compensable: true }
  if (element.scope !== undefined) markCompensable(elements, element.scope)
}
