import type { FlowElement, ProcessDefinition } from '../definition/process-definition.ts'
import type { WaitKind } from './behaviors/behavior.ts'
import { behaviorOf } from './behaviors/index.ts'
import type { Instance } from './instance.ts'
import { openTasks } from './open-tasks.ts'

/** One thing that a running case waits for: an open task, or an element that waits by itself. */
export interface Wait {
  elementId: string
  kind: WaitKind
  /** Of a task: its candidates; empty: anybody. */
  people: readonly string[]
  /** The visit that waits. */
  activationId: number
  /** Of a task. */
  taskId?: string
}

/** All that the case waits for, in the order in which it began to; boundary events are not among it. */
export function waitsOf(definition: ProcessDefinition, instance: Instance): Wait[] {
  const tasks = openTasks(instance)
  return instance.activations.flatMap(({ id: activationId, element, round, done }): Wait[] => {
    const drawn = definition.elements[element]
    if (done !== undefined || !drawn) return []
    if (round) {
      return tasks
        .filter(({ roundId }) => roundId === round.id)
        .map(({ taskId, candidates }) => ({
          elementId: element,
          kind: 'user',
          people: candidates,
          activationId,
          taskId,
        }))
    }
    if (drawn.type === 'bpmn:EventBasedGateway') return eventsAfter(definition, drawn, activationId)
    const kind = behaviorOf(drawn)?.waits
    return kind ? [{ elementId: element, kind, people: [], activationId }] : []
  })
}

/** An event-based gateway waits for each of the events behind it. */
function eventsAfter(
  { elements, sequenceFlows }: ProcessDefinition,
  gateway: FlowElement,
  activationId: number,
): Wait[] {
  return gateway.outgoing.flatMap((flow): Wait[] => {
    const event = elements[sequenceFlows[flow]?.target ?? '']
    const kind = event && behaviorOf(event)?.waits
    return event && kind ? [{ elementId: event.id, kind, people: [], activationId }] : []
  })
}
