import type { CallRule, Exchange, FlowElement } from '../../definition/process-definition.ts'
import { FlowError } from '../../errors.ts'
import type { Variables } from '../command.ts'
import type { Run } from '../run.ts'
import { holdersFor, visibleIn } from '../variables.ts'
import type { Behavior } from './behavior.ts'

/**
 * Runs another process inside, which sees only what it is given, and takes from it what is asked once no token is left
 * in there. Errors and escalations that nobody catches inside are this activity's; its terminate event ends only it.
 *
 * @throws FlowError `PROCESS_MISSING` in a definition that is not linked
 * Source: BPMN 2.0.2, clause 13.3.5 (Call Activity).
 */
export const callActivity: Behavior = {
  handles: ['bpmn:CallActivity'],
  prepare(run, element, activationId) {
    if (run.activation(activationId).called) return
    const { processId, input } = ruleOf(element)
    if (!element.starts) throw new FlowError('PROCESS_MISSING', { elementId: element.bareId, process: processId })
    run.emit({
      type: 'ProcessCalled',
      elementId: element.id,
      activationId,
      processId,
      variables: given(run, element, input, activationId),
    })
  },
  enter(run, element, activationId) {
    const [start] = element.starts ?? []
    if (start) run.send({ element: start, from: [activationId], scope: activationId })
  },
  leaving(run, element, activationId) {
    const { called = {}, changed = [] } = run.activation(activationId)
    const { all, mappings } = ruleOf(element).output
    const taken: Variables = all ? Object.fromEntries(changed.map((name) => [name, called[name]])) : {}
    for (const { source, target } of mappings) taken[target] = run.evaluateOver(source, element.id, called)
    run.setVariables(taken, element.id, activationId)
  },
  resume() {
    // What is inside goes on by itself.
  },
  keeps: () => true,
  isScope: true,
}

/** Decisions are not given: those of the called process are its own. */
function given(run: Run, element: FlowElement, { all, mappings }: Exchange, activationId: number): Variables {
  const around = holdersFor(run.state, element, activationId).map(({ counters: _, ...holder }) => holder)
  const variables: Variables = all ? { ...visibleIn(around) } : {}
  for (const { source, target } of mappings) variables[target] = run.evaluate(source, element.id, activationId)
  return { ...variables, decisions: {} }
}

function ruleOf({ id, call }: FlowElement): CallRule {
  if (!call) throw new FlowError('ELEMENT_UNSUPPORTED', { elementId: id })
  return call
}
