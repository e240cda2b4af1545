import { bareIdOf } from '../../definition/element-key.ts'
import { FlowError } from '../../errors.ts'
import { happen } from '../happen.ts'
import { remember } from '../remember.ts'
import type { Handler } from './handler.ts'

/**
 * A message comes from outside, to whoever has waited longest for this name and key. A subscription without a key takes
 * any; a message without one goes only there.
 *
 * @throws FlowError `MESSAGE_NOT_EXPECTED`
 */
export const deliverMessage: Handler<'deliverMessage'> = (
  run,
  { name, correlationKey, elementId, activationId, variables },
) => {
  const subscription = run.state.subscriptions.find(
    (candidate) =>
      candidate.kind === 'message' &&
      candidate.name === name &&
      (activationId === undefined || candidate.activation === activationId) &&
      (elementId === undefined || candidate.element === elementId || bareIdOf(candidate.element) === elementId) &&
      (candidate.key === null || candidate.key === correlationKey),
  )
  if (!subscription) throw new FlowError('MESSAGE_NOT_EXPECTED', { name, correlationKey, elementId })
  const element = run.element(subscription.element)
  run.emit({
    type: 'SubscriptionClosed',
    subscriptionId: subscription.id,
    elementId: element.id,
    delivered: true,
  })
  remember(run, { variables }, subscription)
  happen(run, element, subscription.activation, () => run.behavior(element).delivered?.(run, element, subscription))
}
