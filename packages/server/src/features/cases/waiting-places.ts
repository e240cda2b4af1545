import { type Instance, openTasks, type ProcessDefinition } from '@zhupi/flows'
import type { ElementName } from './case-record.ts'
import { elementName } from './element-name.ts'

/** Where a case stands: elements with an open task, a message, a timer or a service that is awaited; each once. */
export function waitingPlaces(flow: ProcessDefinition, instance: Instance): ElementName[] {
  if (instance.status !== 'running' && instance.status !== 'suspended') return []
  const waits = [...instance.subscriptions, ...instance.timers, ...instance.services].map(({ element }) => element)
  const places = [
    ...openTasks(instance).map(({ elementId }) => elementId),
    // A boundary event is not where the case stands; the activity it sits on is.
    ...waits.filter((id) => flow.elements[id]?.attachedTo === undefined),
  ]
  return [...new Set(places)].map((id) => elementName(flow, id))
}
