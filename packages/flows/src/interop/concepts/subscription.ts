import { of } from '../foreign-element.ts'
import type { Concept } from './concept.ts'

/** Camunda 8 writes the correlation key at the message; here it stands where the message is waited for. */
export const subscription: Concept = (at) => {
  const message = at.element.messageRef ?? at.element.eventDefinitions?.[0]?.messageRef
  if (!message || at.type.endsWith('EventDefinition') || /Throw|EndEvent|SendTask/.test(at.type)) return
  const held = message.extensionElements?.values?.find(
    ({ $type }) => at.diagram.isForeign($type) && $type.endsWith(':subscription'),
  )
  const key = of(held, 'correlationKey')
  const correlationKey = key === undefined ? undefined : at.text('correlationKey', key)
  if (correlationKey !== undefined) at.add(`correlationKey="${key}"`, 'subscription', { correlationKey })
}

/** Once every place that waits has read it, the message's own is taken away. */
export const subscriptionRead: Concept = (at) => {
  if (at.type === 'bpmn:Message') at.takeExtensions('subscription')
}
