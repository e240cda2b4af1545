import type { EventDefinition, FlowElement, ProcessDefinition } from '../definition/process-definition.ts'
import type { Instance } from '../engine/instance.ts'
import { firstWaits } from './first-waits.ts'

/** An event on the edge of a step, or of what is around it, that may happen while the case stands there. */
export interface PossibleEvent {
  elementId: string
  kind: EventDefinition['kind']
  /** Of a timer that is set: when, ISO 8601 UTC. */
  at?: string
  /** Where the case would come first. */
  leadsTo: readonly string[]
}

const FROM_OUTSIDE: ReadonlySet<EventDefinition['kind']> = new Set([
  'timer',
  'message',
  'signal',
  'conditional',
  'error',
])

/** What may happen while the case stands at an element, besides what it waits for: innermost first. */
export function mayHappenAt(definition: ProcessDefinition, elementId: string, timers: Instance['timers']) {
  return edgesOf(definition, elementId).flatMap((event): PossibleEvent[] => {
    const kind = event.event?.kind
    if (kind === undefined || !FROM_OUTSIDE.has(kind)) return []
    const at = timers.find(({ element }) => element === event.id)?.at
    const leadsTo = firstWaits(definition, { left: [event.id] })
    return [{ elementId: event.id, kind, ...(at !== undefined && { at }), leadsTo }]
  })
}

/** The boundary events of an element and of each scope around it, and the event sub-processes in those scopes. */
function edgesOf({ elements, eventSubProcesses }: ProcessDefinition, elementId: string): FlowElement[] {
  const edges: string[] = []
  for (let id: string | undefined = elementId; id !== undefined; id = elements[id]?.scope) {
    edges.push(...(elements[id]?.boundaries ?? []), ...(eventSubProcesses[elements[id]?.scope ?? ''] ?? []))
  }
  return [...new Set(edges)].flatMap((id) => elements[id] ?? [])
}
