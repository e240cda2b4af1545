import { happen } from './happen.ts'
import type { Run } from './run.ts'
import { subscribe } from './subscribe.ts'

/** Lets the first conditional event happen whose condition came to hold; false when there is none. */
export function lookAtConditions(run: Run): boolean {
  for (const subscription of [...run.state.subscriptions]) {
    const { id, kind, name, held, activation } = subscription
    if (kind !== 'conditional') continue
    const element = run.element(subscription.element)
    const holds = run.evaluate(name, element.id, activation) === true
    if (holds === (held ?? false)) continue
    const closed = { type: 'SubscriptionClosed', subscriptionId: id, elementId: element.id, delivered: holds } as const
    run.emit(closed)
    if (!holds) {
      subscribe(run, element, activation)
      continue
    }
    happen(run, element, activation, () => run.behavior(element).delivered?.(run, element, subscription))
    return true
  }
  return false
}
