/// <reference path="./bpmn-moddle.d.ts" />
import type { BpmnModdle } from 'bpmn-moddle'
import { FlowError } from '../errors.ts'
import { checkLimits } from './limits.ts'

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

/** What the attribute or element of the name `property` says of `element`; `target`: the element called so, if there is one. */
export interface Reference<Element> {
  element: Element
  property: string
  id: string
  target: Element | undefined
}

interface Held {
  id?: string
  $parent?: Held
}

/**
 * Reads a diagram. What moddle only warns of and then leaves out (a second element with the same id, an element it cannot
 * read, a reference to nothing) is refused here, since a run would stumble over it and a diagram written anew would lack it.
 *
 * @throws FlowError `DIAGRAM_TOO_LARGE`, `DIAGRAM_INVALID`, `REFERENCE_MISSING`
 */
export async function readDiagram<Element extends Held>(
  xml: string,
  moddle: BpmnModdle,
): Promise<{ root: Element; references: Reference<Element>[] }> {
  checkLimits(xml)
  const { rootElement, references, warnings, elementsById } = await moddle.fromXML(xml).catch((cause: unknown) => {
    throw new FlowError('DIAGRAM_INVALID', { reason: firstLine(cause) }, { cause })
  })
  for (const { message } of warnings) {
    if (!message.startsWith('unparsable')) continue
    const [, reason, elementId] = /nested error: ((?:duplicate|illegal) ID <([^>]*)>)/.exec(message) ?? []
    throw new FlowError('DIAGRAM_INVALID', { elementId, reason: reason ?? message })
  }
  const read = references.map(({ element, property, id }) => {
    const reference = { element: element as Element, property, id, target: elementsById[id] as Element | undefined }
    if (!reference.target && FOLLOWED.has(property)) followLocally(reference, elementsById)
    return reference
  })
  return { root: rootElement as Element, references: read }
}

/** A reference written as `tns:order` means the `order` of this file. */
function followLocally(reference: Reference<Held>, elementsById: Record<string, unknown>): void {
  const { element, property, id } = reference
  const target = elementsById[localName(id)] as Held | undefined
  if (!target) throw new FlowError('REFERENCE_MISSING', { elementId: nearestId(element), reference: id })
  Object.assign(element, { [localName(property)]: target })
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function nearestId(element: Held | undefined): string | undefined {
  return element && (element.id ?? nearestId(element.$parent))
}

function firstLine(cause: unknown): string {
  return String(cause instanceof Error ? cause.message : cause).split('\n', 1)[0] ?? ''
}
