import type { FlowElement } from '../definition/process-definition.ts'
import type { Run } from './run.ts'

/**
 * A boundary event happens. One that interrupts ends the activity and goes on from there; the other goes on beside it,
 * from where the activity came, so that returning to the activity leaves it alone.
 */
export function fireBoundary(run: Run, boundary: FlowElement, hostId: number): void {
  const { from, scope } = run.activation(hostId)
  run.enter(boundary, { from: boundary.interrupting ? run.interrupt(hostId) : from, scope })
}
