import type { EventDefinition, FlowElement, ProcessDefinition } from '../definition/process-definition.ts'
import type { Instance } from '../engine/instance.ts'
import { around } from './around.ts'
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

/** The boundary events of an element and of all that is around it, and the event sub-processes in there. */
function edgesOf(definition: ProcessDefinition, elementId: string): FlowElement[] {
  const { elements, eventSubProcesses } = definition
  const edges = new Set<string>()
  const pending = [elementId]
  for (const id of pending) {
    const element = elements[id]
    for (const edge of element?.boundaries ?? []) edges.add(edge)
    const outer = element ? around(definition, element) : []
    for (const scope of outer.length > 0 ? outer.map((one) => one.id) : ['']) {
      for (const start of eventSubProcesses[scope] ?? []) edges.add(start)
    }
    pending.push(...outer.flatMap((one) => (pending.includes(one.id) ? [] : one.id)))
  }
  return [...edges].flatMap((id) => elements[id] ?? [])
}
