import { happen } from './happen.ts'
import type { Run } from './run.ts'

/** Gives a signal to all that wait for it now; one may end another that waited, too. */
export function broadcast(run: Run, name: string): void {
  for (const subscription of run.state.subscriptions.filter((one) => one.kind === 'signal' && one.name === name)) {
    const { id, activation } = subscription
    if (!run.state.subscriptions.some((one) => one.id === id)) continue
    const element = run.element(subscription.element)
    run.emit({ type: 'SubscriptionClosed', subscriptionId: id, elementId: element.id, delivered: true })
    happen(run, element, activation, () => run.behavior(element).delivered?.(run, element, subscription))
  }
}
