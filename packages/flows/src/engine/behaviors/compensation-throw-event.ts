import type { FlowElement } from '../../definition/process-definition.ts'
import { compensateNext, visibleScopes } from '../compensation.ts'
import { outgoingFlows } from '../outgoing-flows.ts'
import type { Run } from '../run.ts'
import type { Behavior } from './behavior.ts'

/**
 * Compensates what is completed and can be seen from it, one after the other, the last completed first: the visits of one
 * activity, or all. What compensates runs inside it, as in a sub-process, and it is left when that is done; with
 * `waitForCompletion="false"` the flow goes on at once.
 *
 * Source: BPMN 2.0.2, clause 10.7 (Compensation), 13.5.5 (Compensation).
 */
export const compensationThrowEvent: Behavior = {
  handles: ['bpmn:IntermediateThrowEvent compensate', 'bpmn:EndEvent compensate'],
  enter(run, element, activationId) {
    const flows = waits(element) ? [] : outgoingFlows(run, element, activationId)
    if (flows.length > 0) run.follow(flows, [activationId], run.activation(activationId).scope)
    goOn(run, element, activationId)
  },
  emptied: goOn,
  resume() {
    // What compensates goes on by itself.
  },
  keeps: () => true,
  isScope: true,
}

function goOn(run: Run, element: FlowElement, activationId: number): void {
  const activity = element.event?.kind === 'compensate' ? element.event.activity : undefined
  const scopes = visibleScopes(run, run.activation(activationId).scope)
  if (!compensateNext(run, activationId, { scopes, activity })) {
    run.leave(activationId, waits(element) ? undefined : [])
  }
}

function waits({ event }: FlowElement): boolean {
  return event?.kind !== 'compensate' || event.wait
}
