import type { FlowElement } from '../definition/process-definition.ts'
import type { Run } from './run.ts'

/**
 * Waits for the message, the signal or the condition that the element names. The correlation key is that of now, whatever
 * changes later.
 *
 * @param held of a condition: it has happened already, and is waited for only after it did not hold
 */
export function subscribe(run: Run, element: FlowElement, activationId: number, held?: true): void {
  const { event } = element
  if (event?.kind !== 'message' && event?.kind !== 'signal' && event?.kind !== 'conditional') return
  run.emit({
    type: 'SubscriptionOpened',
    subscriptionId: run.context.newId(),
    elementId: element.id,
    activationId,
    kind: event.kind,
    name: event.kind === 'conditional' ? event.condition : event.name,
    correlationKey: event.kind === 'message' ? keyOf(run, element, activationId, event.correlationKey) : null,
    ...(held && { held }),
  })
  if (event.kind === 'conditional') run.conditionsChanged()
}

function keyOf(
  run: Run,
  element: FlowElement,
  activationId: number,
  correlationKey: string | undefined,
): string | null {
  const key = correlationKey === undefined ? null : run.fill(correlationKey, element.id, activationId)
  return key === null || key === undefined ? null : String(key)
}
