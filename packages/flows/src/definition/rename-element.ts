import type { FlowElement, SequenceFlow } from './process-definition.ts'

/** An element under the key that it has in a definition that calls its process, and with it all that it refers to. */
export function renameElement(element: FlowElement, prefix: string): FlowElement {
  if (prefix === '') return element
  const renamed = (id: string | undefined) => (id === undefined ? undefined : prefix + id)
  const all = (ids: readonly string[]) => ids.map((id) => prefix + id)
  return {
    ...element,
    id: prefix + element.id,
    // At the top of a called process it is in no sub-process, but in no other process either.
    scope: prefix + (element.scope ?? ''),
    incoming: all(element.incoming),
    outgoing: all(element.outgoing),
    default: renamed(element.default),
    attachedTo: renamed(element.attachedTo),
    boundaries: all(element.boundaries),
    starts: element.call ? undefined : element.starts && all(element.starts),
    bodyOf: renamed(element.bodyOf),
    compensatedBy: renamed(element.compensatedBy),
    event:
      element.event?.kind === 'compensate'
        ? { ...element.event, activity: renamed(element.event.activity) }
        : element.event,
  }
}

/** A sequence flow likewise. */
export function renameFlow(flow: SequenceFlow, prefix: string): SequenceFlow {
  return { ...flow, id: prefix + flow.id, source: prefix + flow.source, target: prefix + flow.target }
}
