import { FlowError } from '../errors.ts'
import type { FlowElement, ProcessDefinition } from './process-definition.ts'
import { isActivity } from './sub-process.ts'

/**
 * Refuses compensation that could not be carried out.
 *
 * @throws FlowError `DIAGRAM_INVALID` with `elementId`
 * Source: BPMN 2.0.2, clause 10.7 (Compensation).
 */
export function checkCompensation({ elements }: ProcessDefinition): void {
  const all = Object.values(elements)
  const handlers = new Set(all.flatMap(({ compensatedBy }) => compensatedBy ?? []))
  for (const element of all) {
    const { id, type, event, compensatedBy, forCompensation } = element
    if (forCompensation && !handlers.has(id)) invalid(id, 'no compensation event is associated with it')
    if (forCompensation && hasFlows(element)) invalid(id, 'what compensates is not on any flow')
    if (compensatedBy !== undefined) {
      checkHandler(elements[element.bodyOf ?? ''] ?? element, elements[compensatedBy], compensatedBy)
    }
    if (event?.kind !== 'compensate') continue
    if (type === 'bpmn:BoundaryEvent' && hasFlows(element)) invalid(id, 'a flow leads out of a compensation event')
    if (type === 'bpmn:StartEvent') checkStart(element, elements)
    else if (event.activity !== undefined) checkTarget(element, elements[event.activity], elements)
  }
}

function hasFlows({ incoming, outgoing }: FlowElement): boolean {
  return incoming.length + outgoing.length > 0
}

function checkHandler(activity: FlowElement, handler: FlowElement | undefined, id: string): void {
  if (handler?.triggeredByEvent) return
  if (!handler?.forCompensation || !isActivity(handler)) invalid(id, 'it is no activity for compensation')
  if (handler.scope !== activity.scope) invalid(id, 'it is not beside the activity that it compensates')
  if (activity.forCompensation) invalid(activity.id, 'what compensates is not compensated itself')
}

/** Of an event sub-process inside the sub-process that it compensates; the process itself is not compensated. */
function checkStart({ id, scope }: FlowElement, elements: ProcessDefinition['elements']): void {
  const subProcess = elements[scope ?? '']
  if (!subProcess?.triggeredByEvent || subProcess.scope === undefined) {
    invalid(id, 'it begins no event sub-process of a sub-process')
  }
}

/** Beside the event, or beside the event sub-process that the event is in. */
function checkTarget(
  event: FlowElement,
  target: FlowElement | undefined,
  elements: ProcessDefinition['elements'],
): void {
  for (let scope = event.scope; target && isActivity(target); ) {
    if (target.scope === scope) return
    const around = elements[scope ?? '']
    if (!around?.triggeredByEvent) break
    scope = around.scope
  }
  invalid(event.id, 'the activity to be compensated cannot be seen from it')
}

function invalid(elementId: string, reason: string): never {
  throw new FlowError('DIAGRAM_INVALID', { elementId, reason })
}
