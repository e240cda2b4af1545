import type { FlowElement, MultiInstanceRule } from '../../definition/process-definition.ts'
import { FlowError } from '../../errors.ts'
import { comesFrom, finishInstances, instancesOf, leaveWhole, startInstances } from '../instances.ts'
import type { Run } from '../run.ts'
import type { Behavior } from './behavior.ts'

/** More instances than this are a mistake, not work. */
const MAX_INSTANCES = 1000

/**
 * Runs an activity once for each entry of a collection, or a number of times: all at once, or one after the other. Each
 * instance has its own `loopCounter` (1 first), item and decisions. It is left when all are completed, or as soon as
 * the completion condition holds: then the others are given up.
 *
 * @throws FlowError `LOOP_INVALID` when the collection is no list, the cardinality no whole number, or either too many
 * Source: BPMN 2.0.2, clause 13.3.6 (Loop and Multi-Instance Activities).
 */
export const multiInstance: Behavior = {
  handles: ['multiInstance'],
  enter(run, element, activationId) {
    const rule = ruleOf(element)
    const { count, items } = plan(run, element, rule, activationId)
    run.emit({ type: 'InstancesPlanned', elementId: element.id, activationId, count, ...(items && { items }) })
    if (count === 0) return leaveWhole(run, activationId)
    begin(run, element, activationId, rule.sequential ? [1] : upTo(count), [activationId])
  },
  emptied(run, element, activationId) {
    const instances = instancesOf(run.state.near, activationId)
    const last = instances.at(-1)
    const { plan } = run.activation(activationId)
    const { sequential } = ruleOf(element)
    if (!sequential || !last || !plan) return finishInstances(run, activationId)
    if (instances.length < plan.count) begin(run, element, activationId, [instances.length + 1], comesFrom(last))
    else finishInstances(run, activationId, last)
  },
  instanceLeft(run, element, instance, from) {
    const { sequential, completionCondition } = ruleOf(element)
    const wholeId = instance.scope ?? 0
    if (!sequential) run.emit({ type: 'TokenEnded', activationId: wholeId, from })
    if (completionCondition === undefined || run.evaluate(completionCondition, element.id, instance.id) !== true) return
    finishInstances(run, wholeId, sequential ? instance : undefined)
  },
  leaving(run, element, activationId) {
    const { output } = ruleOf(element)
    if (!output) return
    const given = instancesOf(run.state.near, activationId).filter(({ completed }) => completed)
    const collected = given.map((instance) => instance.output ?? null)
    run.setVariables({ [output.collection]: collected }, element.id, activationId)
  },
  resume() {
    // Its instances go on by themselves.
  },
  keeps: () => true,
  isScope: true,
}

function begin(
  run: Run,
  element: FlowElement,
  activationId: number,
  numbers: readonly number[],
  from: readonly number[],
): void {
  const { item, output } = ruleOf(element)
  const { items } = run.activation(activationId).plan ?? {}
  const next = numbers.map((number) => ({
    number,
    from,
    variables: {
      ...(output?.item !== undefined && { [output.item]: null }),
      ...(item !== undefined && items && { [item]: items[number - 1] }),
    },
  }))
  startInstances(run, element, activationId, next)
}

function plan(
  run: Run,
  element: FlowElement,
  { collection, cardinality }: MultiInstanceRule,
  activationId: number,
): { count: number; items?: readonly unknown[] } {
  const expression = collection ?? cardinality ?? 'null'
  const value = run.evaluate(expression, element.id, activationId)
  const count = collection === undefined ? value : Array.isArray(value) ? value.length : undefined
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > MAX_INSTANCES) {
    throw new FlowError('LOOP_INVALID', { elementId: element.id, expression, limit: MAX_INSTANCES })
  }
  return Array.isArray(value) ? { count, items: value } : { count }
}

function ruleOf({ id, loop }: FlowElement): MultiInstanceRule {
  if (loop?.kind !== 'multiInstance') throw new FlowError('ELEMENT_UNSUPPORTED', { elementId: id })
  return loop
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
