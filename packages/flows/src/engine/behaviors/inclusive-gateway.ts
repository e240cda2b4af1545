import type { FlowElement, ProcessDefinition } from '../../definition/process-definition.ts'
import { openActivations } from '../find-activation.ts'
import type { Arrival } from '../instance.ts'
import { sameLineage } from '../lineage.ts'
import { outgoingFlows } from '../outgoing-flows.ts'
import type { Run } from '../run.ts'
import type { State } from '../state.ts'
import type { Behavior } from './behavior.ts'

/**
 * Sends a token along every sequence flow whose condition holds, else along `default`. As a join it waits for a token of
 * each flow on which one may still come: as long as there is a token somewhere that has a way to an empty incoming flow,
 * and none to one where a token waits already. So it is looked at again whenever a token moves or dies.
 *
 * @throws FlowError `NO_OUTGOING_FLOW`
 * Source: BPMN 2.0.2, clause 13.4.3 (Inclusive Gateway).
 */
export const inclusiveGateway: Behavior = {
  handles: ['bpmn:InclusiveGateway'],
  arrive(run, element, { flow, from, scope }) {
    if (flow === undefined || element.incoming.length < 2) return run.enter(element, { from, scope })
    run.emit({ type: 'TokenArrived', sequenceFlowId: flow, from, ...(scope !== undefined && { scope }) })
    // Tokens that are on their way now may come here as well: it is decided when all wait.
    run.disturb()
  },
  lookAgain: join,
  enter(run, element, activationId) {
    run.leave(activationId, outgoingFlows(run, element, activationId))
  },
  keeps: ({ joined }) => joined !== undefined && !sameLineage(joined),
}

function join(run: Run, element: FlowElement, scope: number | undefined): void {
  const waiting = run.state.arrivals.filter((arrival) => arrival.scope === scope)
  const filled = element.incoming.filter((flow) => waiting.some((arrival) => arrival.flow === flow))
  if (filled.length === 0 || mayMoreCome(run, element, scope, filled)) return
  const from = filled.flatMap((flow) => waiting.find((arrival) => arrival.flow === flow)?.from ?? [])
  run.enter(element, { from: [...new Set(from)], scope }, filled)
}

function mayMoreCome(run: Run, element: FlowElement, scope: number | undefined, filled: readonly string[]): boolean {
  const empty = element.incoming.filter((flow) => !filled.includes(flow))
  const reachesEmpty = upstream(run.definition, element, empty)
  const reachesFilled = upstream(run.definition, element, filled)
  return tokensIn(run.state, run.definition, scope).some(
    (place) => reachesEmpty.has(place) && !reachesFilled.has(place),
  )
}

/** Where tokens of the scope are: open elements, and the flows before joins. */
function tokensIn({ near, arrivals }: State, definition: ProcessDefinition, scope: number | undefined): string[] {
  const inScope = (thing: { scope?: number }) => thing.scope === scope
  const open = openActivations(near).filter(inScope)
  return [
    ...open.map(({ element }) => element),
    // What may yet happen on the edge of an open activity is a token, too.
    ...open.flatMap(({ element }) => definition.elements[element]?.boundaries ?? []),
    ...arrivals.filter(inScope).map(({ flow }: Arrival) => flow),
  ]
}

/** Elements and flows from which a token can come along one of these flows without passing the gateway itself. */
function upstream(
  { elements, sequenceFlows }: ProcessDefinition,
  gateway: FlowElement,
  flows: readonly string[],
): Set<string> {
  const found = new Set<string>()
  const pending = [...flows]
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const source = elements[sequenceFlows[id]?.source ?? '']
    if (!source || source.id === gateway.id || found.has(source.id)) continue
    found.add(source.id)
    for (const flow of source.incoming) found.add(flow)
    pending.push(...source.incoming)
    const host = elements[source.attachedTo ?? '']
    if (host && !found.has(host.id)) {
      found.add(host.id)
      for (const flow of host.incoming) found.add(flow)
      pending.push(...host.incoming)
    }
  }
  return found
}
