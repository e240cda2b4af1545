import { caughtBy, mayStillBegin } from '../definition/caught-by.ts'
import { eventSubProcesses } from './event-sub-processes.ts'
import { fireBoundary } from './fire-boundary.ts'
import type { Run } from './run.ts'

/**
 * Looks for what catches an error or an escalation: a boundary event on the activity itself, then, in each scope around
 * it, an event sub-process inside and a boundary event on its edge. Of several the one that names the code. What an event
 * sub-process throws goes out of its scope. False when nothing catches it.
 *
 * Source: BPMN 2.0.2, clause 10.5.1 (Concepts, event propagation).
 */
export function throwUp(
  run: Run,
  kind: 'error' | 'escalation',
  activationId: number,
  code: string | undefined,
): boolean {
  for (let id: number | undefined = activationId; id !== undefined; ) {
    const { element, scope }: { element: string; scope?: number } = run.activation(id)
    const inner = run.element(element)
    const edge = inner.boundaries.map((boundaryId) => run.element(boundaryId))
    const boundary = caughtBy(edge, kind, code)
    if (boundary) {
      fireBoundary(run, boundary, id)
      return true
    }
    const start = caughtBy(mayStillBegin(eventSubProcesses(run, scope), inner), kind, code)
    if (start) {
      run.behavior(start).caught?.(run, start, scope)
      return true
    }
    id = scope
  }
  return false
}
