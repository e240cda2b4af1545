import { fireBoundary } from './fire-boundary.ts'
import type { Run } from './run.ts'

/**
 * Looks for a boundary event that catches the error: on the activity itself, then on each sub-process around it. One
 * without a code catches every error. False when nothing catches it.
 *
 * Source: BPMN 2.0.2, clause 10.5.1 (Concepts, event propagation).
 */
export function throwError(run: Run, activationId: number, code: string | undefined): boolean {
  for (let id: number | undefined = activationId; id !== undefined; id = run.activation(id).scope) {
    const boundary = run
      .element(run.activation(id).element)
      .boundaries.map((boundaryId) => run.element(boundaryId))
      .find(({ event }) => event?.kind === 'error' && (event.code === undefined || event.code === code))
    if (boundary) {
      fireBoundary(run, boundary, id)
      return true
    }
  }
  return false
}
