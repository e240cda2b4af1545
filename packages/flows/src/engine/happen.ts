import type { FlowElement } from '../definition/process-definition.ts'
import { flowsOf } from './outgoing-flows.ts'
import type { Run } from './run.ts'

/**
 * Something that an activation waits for happens to an element. Before an event-based gateway it is the first of several:
 * the gateway is left towards it, and the others are given up. Else the element's own behavior says what comes of it.
 */
export function happen(run: Run, element: FlowElement, activationId: number, react: () => void): void {
  const waiting = run.state.find(activationId)
  const gateway = waiting && run.element(waiting.element)
  if (!waiting || gateway?.type !== 'bpmn:EventBasedGateway') {
    react()
    return
  }
  const flow = flowsOf(run, gateway).find(({ target }) => target === element.id)
  const from = run.close(activationId, gateway)
  if (flow) run.emit({ type: 'SequenceFlowTaken', sequenceFlowId: flow.id })
  run.leave(run.open(element, { from, scope: waiting.scope }))
}
