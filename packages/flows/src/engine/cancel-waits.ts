import type { CancelReason } from './event.ts'
import type { Run } from './run.ts'

/**
 * Cancels whatever an activation still waits for: open tasks, timers, subscriptions, services.
 * @param of only waits of these elements
 */
export function cancelWaits(run: Run, activationId: number, reason: CancelReason, of?: ReadonlySet<string>): void {
  const activation = run.state.find(activationId)
  if (activation?.round && activation.done === undefined) {
    for (const { task, decision } of activation.round.seats) {
      if (task !== undefined && decision === undefined) {
        run.emit({ type: 'TaskCancelled', taskId: task, elementId: activation.element, reason })
      }
    }
  }
  // An event puts another list in the place of each of these: they can be walked meanwhile.
  const { timers, subscriptions, services } = run.state
  for (const { id, activation, element } of timers) {
    if (activation === activationId && concerns(element, of))
      run.emit({ type: 'TimerCancelled', timerId: id, elementId: element })
  }
  for (const { id, activation, element } of subscriptions) {
    if (activation !== activationId || !concerns(element, of)) continue
    run.emit({ type: 'SubscriptionClosed', subscriptionId: id, elementId: element, delivered: false })
  }
  for (const { id, activation, element } of services) {
    if (activation === activationId && concerns(element, of))
      run.emit({ type: 'ServiceCancelled', serviceId: id, elementId: element })
  }
}

function concerns(element: string, of: ReadonlySet<string> | undefined): boolean {
  return of === undefined || of.has(element)
}
