import type { FlowElement } from '../definition/process-definition.ts'
import { eventSubProcesses } from './event-sub-processes.ts'
import { fireBoundary } from './fire-boundary.ts'
import type { Run } from './run.ts'

/**
 * Looks for what catches an error or an escalation: a boundary event on the activity itself, then, in each scope around
 * it, an event sub-process inside and a boundary event on its edge. One without a code catches every code.
 * False when nothing does.
 *
 * Source: BPMN 2.0.2, clause 10.5.1 (Concepts, event propagation).
 */
export function throwUp(
  run: Run,
  kind: 'error' | 'escalation',
  activationId: number,
  code: string | undefined,
): boolean {
  const catches = ({ event }: FlowElement) => event?.kind === kind && (event.code === undefined || event.code === code)
  for (let id: number | undefined = activationId; id !== undefined; ) {
    const { element, scope }: { element: string; scope?: number } = run.activation(id)
    const boundary = run
      .element(element)
      .boundaries.map((boundaryId) => run.element(boundaryId))
      .find(catches)
    if (boundary) {
      fireBoundary(run, boundary, id)
      return true
    }
    const start = eventSubProcesses(run, scope).find(catches)
    if (start) {
      run.behavior(start).caught?.(run, start, scope)
      return true
    }
    id = scope
  }
  return false
}
