import type { FlowElement } from '../definition/process-definition.ts'
import type { Run } from './run.ts'

/** Waits for the message that the element names. The correlation key is that of now, whatever changes later. */
export function subscribe(run: Run, element: FlowElement, activationId: number): void {
  if (element.event?.kind !== 'message') return
  const { name, correlationKey } = element.event
  const key = correlationKey === undefined ? null : run.fill(correlationKey, element.id)
  run.emit({
    type: 'SubscriptionOpened',
    subscriptionId: run.context.newId(),
    elementId: element.id,
    activationId,
    kind: 'message',
    name,
    correlationKey: key === null || key === undefined ? null : String(key),
  })
}
