import type { FlowElement } from '../../definition/process-definition.ts'
import { comesFrom, finishInstances, instancesOf, leaveWhole, startInstances } from '../instances.ts'
import type { Run } from '../run.ts'
import type { Behavior } from './behavior.ts'

/**
 * Runs an activity again and again, as long as its condition holds and its maximum is not reached; at least once, unless it
 * is tested before. In the condition `loopCounter` is how often it was run.
 *
 * Source: BPMN 2.0.2, clause 13.3.6 (Loop and Multi-Instance Activities), standard loop.
 */
export const standardLoop: Behavior = {
  handles: ['standard'],
  enter(run, element, activationId) {
    const skipped = element.loop?.kind === 'standard' && element.loop.testBefore
    if (skipped && !goesOn(run, element, activationId, 0)) return leaveWhole(run, activationId)
    startInstances(run, element, activationId, [{ number: 1, from: [activationId] }])
  },
  emptied(run, element, activationId) {
    const last = instancesOf(run.state.near, activationId).at(-1)
    if (!last) return finishInstances(run, activationId)
    const { id, instance = 1 } = last
    if (!goesOn(run, element, id, instance)) return finishInstances(run, activationId, last)
    startInstances(run, element, activationId, [{ number: instance + 1, from: comesFrom(last) }])
  },
  resume() {
    // Its instance goes on by itself.
  },
  keeps: () => true,
  isScope: true,
}

/** @param at whose variables the condition sees: those of the last time */
function goesOn(run: Run, { id, loop }: FlowElement, at: number, loopCounter: number): boolean {
  if (loop?.kind !== 'standard') return false
  if (loop.maximum !== undefined && loopCounter >= loop.maximum) return false
  return loop.condition === undefined || run.evaluate(loop.condition, id, at, { loopCounter }) === true
}
