import { FlowError } from '../../errors.ts'
import { flowsOf, holds } from '../outgoing-flows.ts'
import type { Behavior } from './behavior.ts'

/**
 * Sends the token along the first sequence flow whose condition holds, else along `default`.
 * Conditions are tried in document order; a flow without a condition holds.
 *
 * @throws FlowError `NO_OUTGOING_FLOW` when no condition holds and there is no default flow
 * Source: BPMN 2.0.2, clause 13.4.2 (Exclusive Gateway).
 */
export const exclusiveGateway: Behavior = {
  handles: ['bpmn:ExclusiveGateway'],
  enter(run, element, activationId) {
    const flows = flowsOf(run, element)
    if (flows.length === 0) return run.leave(activationId, [])
    const taken =
      flows.find((flow) => flow.id !== element.default && holds(run, flow, activationId)) ??
      flows.find((flow) => flow.id === element.default)
    if (!taken) throw new FlowError('NO_OUTGOING_FLOW', { elementId: element.id })
    run.leave(activationId, [taken])
  },
}
