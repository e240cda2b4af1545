/// <reference path="./bpmn-moddle.d.ts" />
import { BpmnModdle } from 'bpmn-moddle'
import { FlowError } from '../errors.ts'
import { checkLimits } from './limits.ts'
import type { ModdleElement } from './moddle-element.ts'
import { zhupiModdle } from './zhupi-moddle.ts'

/** References that a run follows; others (of diagrams, data, pools) may dangle. */
const FOLLOWED = new Set([
  'bpmn:sourceRef',
  'bpmn:targetRef',
  'bpmn:default',
  'bpmn:attachedToRef',
  'bpmn:messageRef',
  'bpmn:errorRef',
  'bpmn:signalRef',
  'bpmn:escalationRef',
  'bpmn:activityRef',
])

/**
 * Reads a diagram with bpmn-moddle and our extension. What moddle only warns of (a second element with the same id,
 * an element it cannot read, a reference to nothing) is refused here, since a run would stumble over it.
 *
 * @throws FlowError `DIAGRAM_TOO_LARGE`, `DIAGRAM_INVALID`, `REFERENCE_MISSING`
 */
export async function readXml(xml: string): Promise<ModdleElement[]> {
  checkLimits(xml)
  const { rootElement, references, warnings, elementsById } = await new BpmnModdle({ zhupi: zhupiModdle })
    .fromXML(xml)
    .catch((cause: unknown) => {
      throw new FlowError('DIAGRAM_INVALID', { reason: firstLine(cause) }, { cause })
    })
  for (const { message } of warnings) {
    if (!message.startsWith('unparsable')) continue
    const [, reason, elementId] = /nested error: ((?:duplicate|illegal) ID <([^>]*)>)/.exec(message) ?? []
    throw new FlowError('DIAGRAM_INVALID', { elementId, reason: reason ?? message })
  }
  for (const { element, property, id } of references) {
    nameCollection(element as ModdleElement, property, elementsById[id] as ModdleElement | undefined, id)
    if (elementsById[id] || !FOLLOWED.has(property)) continue
    const target = elementsById[id.slice(id.indexOf(':') + 1)]
    const holder = element as ModdleElement & Record<string, unknown>
    if (!target) throw new FlowError('REFERENCE_MISSING', { elementId: nearestId(holder), reference: id })
    // A reference written as `tns:order` means the `order` of this file.
    holder[property.slice('bpmn:'.length)] = target
  }
  return (rootElement as { rootElements?: ModdleElement[] }).rootElements ?? []
}

/** The data of a multi-instance activity is often a variable that is not drawn: its name is the reference itself. */
function nameCollection(holder: ModdleElement, property: string, drawn: ModdleElement | undefined, id: string): void {
  const name = drawn?.name ?? id.slice(id.indexOf(':') + 1)
  if (property === 'bpmn:loopDataInputRef') holder.inputCollection = name
  if (property === 'bpmn:loopDataOutputRef') holder.outputCollection = name
}

function nearestId(element: ModdleElement | undefined): string | undefined {
  return element && (element.id ?? nearestId(element.$parent))
}

function firstLine(cause: unknown): string {
  return String(cause instanceof Error ? cause.message : cause).split('\n', 1)[0] ?? ''
}
