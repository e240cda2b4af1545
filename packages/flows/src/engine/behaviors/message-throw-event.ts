import type { FlowElement } from '../../definition/process-definition.ts'
import type { Run } from '../run.ts'
import type { Behavior } from './behavior.ts'

/**
 * Hands its message to the host, and goes on, or ends its token.
 *
 * Source: BPMN 2.0.2, clause 13.5.2 (Intermediate Events), 13.5.6 (End Events).
 */
export const messageThrowEvent: Behavior = {
  handles: ['bpmn:IntermediateThrowEvent message', 'bpmn:EndEvent message'],
  enter(run, element, activationId) {
    throwMessage(run, element, activationId)
    run.leave(activationId)
  },
}

export function throwMessage(run: Run, { id, event }: FlowElement, activationId: number): void {
  if (event?.kind !== 'message') return
  const { name, correlationKey } = event
  const key = correlationKey === undefined ? null : run.fill(correlationKey, id, activationId)
  const text = key === null || key === undefined ? null : String(key)
  run.emit({ type: 'MessageThrown', elementId: id, name, correlationKey: text })
}
