import { caughtBy, mayStillBegin } from './caught-by.ts'
import type { FlowElement, ProcessDefinition } from './process-definition.ts'
import { isSubProcess } from './sub-process.ts'

type Scopes = Pick<ProcessDefinition, 'elements' | 'eventSubProcesses'>

/**
 * Where it goes on from an element at once, though no sequence flow is drawn: inside a sub-process, at the other end of a
 * link, at what catches an error or an escalation, at each event that takes a signal again and again.
 */
export function jumpsFrom(definition: Scopes, element: FlowElement): FlowElement[] {
  const { elements } = definition
  if (isSubProcess(element)) return (element.starts ?? []).flatMap((id) => elements[id] ?? [])
  const { event } = element
  if (!event || !THROWING.has(element.type)) return []
  if (event.kind === 'link') return linkedTo(definition, element, event.name)
  if (event.kind === 'error' || event.kind === 'escalation') {
    return [catcherOf(definition, element, event.kind, event.code) ?? []].flat()
  }
  return event.kind === 'signal' ? takenAgainAndAgain(definition, event.name) : []
}

const THROWING = new Set(['bpmn:IntermediateThrowEvent', 'bpmn:EndEvent'])

function linkedTo({ elements }: Scopes, { scope }: FlowElement, name: string): FlowElement[] {
  return Object.values(elements).filter(
    (other) =>
      other.type === 'bpmn:IntermediateCatchEvent' &&
      other.scope === scope &&
      other.event?.kind === 'link' &&
      other.event.name === name,
  )
}

function takenAgainAndAgain({ elements }: Scopes, name: string): FlowElement[] {
  return Object.values(elements).filter(
    ({ type, interrupting, event, scope }) =>
      (type === 'bpmn:BoundaryEvent' || (type === 'bpmn:StartEvent' && scope !== undefined)) &&
      !interrupting &&
      event?.kind === 'signal' &&
      event.name === name,
  )
}

function catcherOf(
  { elements, eventSubProcesses }: Scopes,
  thrower: FlowElement,
  kind: 'error' | 'escalation',
  code: string | undefined,
): FlowElement | undefined {
  const known = (ids: readonly string[] = []) => ids.flatMap((id) => elements[id] ?? [])
  for (let inner: FlowElement | undefined = thrower; inner; inner = elements[inner.scope ?? '']) {
    const starts = mayStillBegin(known(eventSubProcesses[inner.scope ?? '']), inner)
    const found = caughtBy(known(inner.boundaries), kind, code) ?? caughtBy(starts, kind, code)
    if (found) return found
  }
  return undefined
}
