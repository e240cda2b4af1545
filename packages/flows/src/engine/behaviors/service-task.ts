import type { FlowElement, ServiceRule } from '../../definition/process-definition.ts'
import { placeKey } from '../instances.ts'
import type { Run } from '../run.ts'
import type { Behavior } from './behavior.ts'

/**
 * Asks the host to carry something out, and waits until it says that it is done. With `once` it is passed when it was
 * carried out before in this instance: what it did stands, and so do its variables.
 *
 * Source: BPMN 2.0.2, clause 10.3.3 (Service Task); `zhupi:service` is ours.
 */
export const serviceTask: Behavior = {
  handles: ['bpmn:ServiceTask'],
  waits: 'service',
  enter(run, element, activationId) {
    if (run.state.once.includes(onceKey(run, activationId))) return run.leave(activationId)
    requestService(run, element, activationId, run.context.newId())
  },
  serviced(run, element, service, result) {
    const { once, output } = ruleOf(element)
    run.emit({
      type: 'ServiceCompleted',
      serviceId: service.id,
      elementId: element.id,
      ...(once && { once: onceKey(run, service.activation) }),
    })
    const variables = output.map(({ name, value }): [string, unknown] => [
      name,
      run.fill(value, element.id, service.activation, { result: result ?? null }),
    ])
    run.setVariables(Object.fromEntries(variables), element.id, service.activation)
    run.leave(service.activation)
  },
  keeps: () => true,
  actsOutside: true,
}

export function requestService(run: Run, element: FlowElement, activationId: number, serviceId: string): void {
  const { type, input } = ruleOf(element)
  run.emit({
    type: 'ServiceRequested',
    serviceId,
    elementId: element.id,
    activationId,
    service: type,
    input: Object.fromEntries(input.map(({ name, value }) => [name, run.fill(value, element.id, activationId)])),
  })
}

/** What is carried out once, is so for each instance around it. */
function onceKey(run: Run, activationId: number): string {
  return placeKey(run.state.near, run.activation(activationId))
}

const NOTHING: ServiceRule = { type: '', once: false, retries: 3, input: [], output: [] }

function ruleOf({ service }: FlowElement): ServiceRule {
  return service ?? NOTHING
}
