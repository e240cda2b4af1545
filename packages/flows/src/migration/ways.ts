import type { ProcessDefinition } from '../definition/process-definition.ts'

const JOINS = new Set(['bpmn:ParallelGateway', 'bpmn:InclusiveGateway'])

/** Where tokens wait for one another. */
export function isJoin({ elements }: ProcessDefinition, id: string): boolean {
  const element = elements[id]
  return element !== undefined && JOINS.has(element.type) && element.incoming.length > 1
}

/**
 * The elements and sequence flows that a token may come to from a place (an element, or a sequence flow at whose end it
 * waits), the place included; by boundary events and links as well. It passes none of the elements in `stops`, and leaves
 * the place itself by none of those in `spent`: it may come back there.
 */
export function waysFrom(
  definition: ProcessDefinition,
  place: string,
  stops: ReadonlySet<string> = new Set(),
  spent: ReadonlySet<string> = new Set(),
): Set<string> {
  const found = new Set<string>()
  const pending = nextOf(definition, place).filter((next) => !stops.has(next) && !spent.has(next))
  for (const next of pending) found.add(next)
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    for (const next of nextOf(definition, id)) {
      if (found.has(next) || stops.has(next)) continue
      found.add(next)
      pending.push(next)
    }
  }
  return found.add(place)
}

function nextOf({ elements, sequenceFlows }: ProcessDefinition, id: string): string[] {
  const flow = sequenceFlows[id]
  if (flow) return [flow.target]
  const element = elements[id]
  if (!element) return []
  return [...element.outgoing, ...element.boundaries, ...linksOf(elements, element)]
}

function linksOf(
  elements: ProcessDefinition['elements'],
  { type, event, scope }: ProcessDefinition['elements'][string],
): string[] {
  if (type !== 'bpmn:IntermediateThrowEvent' || event?.kind !== 'link') return []
  const leadsTo = (other: ProcessDefinition['elements'][string]) =>
    other.type === 'bpmn:IntermediateCatchEvent' && other.event?.kind === 'link' && other.event.name === event.name
  return Object.values(elements)
    .filter((other) => other.scope === scope && leadsTo(other))
    .map(({ id }) => id)
}
