import type { CancelReason } from './event.ts'
import type { Run } from './run.ts'

/** Cancels whatever an activation still waits for: open tasks, timers, subscriptions, services. */
export function cancelWaits(run: Run, activationId: number, reason: CancelReason): void {
  const { round, done } = run.activation(activationId)
  if (round && done === undefined) {
    for (const { task, decision } of round.seats) {
      if (task !== undefined && decision === undefined) {
        const elementId = run.activation(activationId).element
        run.emit({ type: 'TaskCancelled', taskId: task, elementId, reason })
      }
    }
  }
  const { timers, subscriptions, services } = run.state
  for (const { id, activation, element } of timers) {
    if (activation === activationId) run.emit({ type: 'TimerCancelled', timerId: id, elementId: element })
  }
  for (const { id, activation, element } of [...subscriptions]) {
    if (activation !== activationId) continue
    run.emit({ type: 'SubscriptionClosed', subscriptionId: id, elementId: element, delivered: false })
  }
  for (const { id, activation, element } of [...services]) {
    if (activation === activationId) run.emit({ type: 'ServiceCancelled', serviceId: id, elementId: element })
  }
}
