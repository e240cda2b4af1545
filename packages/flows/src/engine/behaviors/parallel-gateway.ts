import type { FlowElement } from '../../definition/process-definition.ts'
import { sameLineage } from '../lineage.ts'
import { flowsOf } from '../outgoing-flows.ts'
import type { Run } from '../run.ts'
import type { Behavior } from './behavior.ts'

/**
 * Waits for one token of every incoming sequence flow, then sends one along every outgoing one. Of a flow that was
 * taken twice it consumes one token and keeps the other for the next time.
 *
 * Source: BPMN 2.0.2, clause 13.4.1 (Parallel Gateway).
 */
export const parallelGateway: Behavior = {
  handles: ['bpmn:ParallelGateway'],
  arrive(run, element, { flow, from, scope }) {
    if (flow === undefined || element.incoming.length < 2) return run.enter(element, { from, scope })
    run.emit({ type: 'TokenArrived', sequenceFlowId: flow, from, ...(scope !== undefined && { scope }) })
    join(run, element, scope)
  },
  lookAgain: join,
  enter(run, element, activationId) {
    run.leave(activationId, flowsOf(run, element))
  },
  keeps: ({ joined }) => joined !== undefined && !sameLineage(joined),
}

function join(run: Run, element: FlowElement, scope: number | undefined): void {
  const waiting = run.state.arrivals.filter((arrival) => arrival.scope === scope)
  const arrivals = element.incoming.map((flow) => waiting.find((arrival) => arrival.flow === flow))
  const from = arrivals.flatMap((arrival) => arrival?.from ?? [])
  if (arrivals.includes(undefined)) return
  run.enter(element, { from: [...new Set(from)], scope }, element.incoming)
}
