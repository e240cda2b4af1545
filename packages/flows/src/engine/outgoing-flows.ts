import type { FlowElement, SequenceFlow } from '../definition/process-definition.ts'
import { FlowError } from '../errors.ts'
import type { Run } from './run.ts'

/** The sequence flows out of an element, in document order. */
export function flowsOf(run: Run, element: FlowElement): SequenceFlow[] {
  return element.outgoing.map((id) => run.sequenceFlow(id))
}

/** True when the flow has no condition, or its condition gives true; null and anything else is false. */
export function holds(run: Run, flow: SequenceFlow, activationId: number): boolean {
  return flow.condition === undefined || run.evaluate(flow.condition, flow.id, activationId) === true
}

/**
 * All flows whose condition holds; the default flow when there are conditions and none holds.
 *
 * @throws FlowError `NO_OUTGOING_FLOW` when there are flows and none may be taken
 * Source: BPMN 2.0.2, clause 13.3.2 (Activity) and 13.4.3 (Inclusive Gateway).
 */
export function outgoingFlows(run: Run, element: FlowElement, activationId: number): SequenceFlow[] {
  const flows = flowsOf(run, element)
  const others = flows.filter(({ id }) => id !== element.default)
  const taken = others.filter((flow) => holds(run, flow, activationId))
  if (taken.length > 0 || flows.length === 0) return taken
  const fallback = flows.find(({ id }) => id === element.default)
  if (!fallback) throw new FlowError('NO_OUTGOING_FLOW', { elementId: element.id })
  return [fallback]
}
