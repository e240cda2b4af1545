import type { ProcessDefinition } from '../definition/process-definition.ts'
import { FlowError } from '../errors.ts'
import { isBrokenOff } from './broken-off.ts'
import type { Activation, Instance } from './instance.ts'
import { isInOtherInstance } from './instances.ts'
import { ancestorsOf, descendantsOf } from './lineage.ts'
import { unfolded } from './state.ts'

export interface ReturnTarget {
  /** A user task, or the start event: the initiator. */
  elementId: string
  /** Completed tasks that a return there undoes. */
  undoes: { taskId: string; elementId: string }[]
}

/**
 * Where a task may be returned to: the user tasks that led to it, and the start event, the nearest last; each in its
 * latest visit.
 */
export function returnTargets(definition: ProcessDefinition, stored: Instance, taskId: string): ReturnTarget[] {
  const instance = unfolded(stored)
  const from = instance.activations.find(({ round, done }) => !done && round?.seats.some(({ task }) => task === taskId))
  if (!from) throw new FlowError('TASK_NOT_FOUND', { taskId })
  return targetsOf(definition, instance, from).map((target) => ({
    elementId: target.element,
    undoes: undoneBy(instance, target),
  }))
}

/**
 * @param to an element's id, or `initiator` for the start event
 * @throws FlowError `RETURN_TARGET_INVALID` when that did not lead here, or cannot be opened again
 */
export function findReturnTarget(
  definition: ProcessDefinition,
  instance: Instance,
  from: Activation,
  to: string,
): Activation {
  const isMeant = ({ element }: Activation) =>
    to === 'initiator'
      ? definition.elements[element]?.type === 'bpmn:StartEvent'
      : element === to || definition.elements[element]?.bareId === to
  // Of elements of the same name, in a called process and outside, the nearest is meant.
  const target = targetsOf(definition, instance, from).findLast(isMeant)
  if (target) return target
  const { activations } = instance
  const inside = activations.some((other) => isMeant(other) && isInOtherInstance(activations, other, from))
  throw new FlowError('RETURN_TARGET_INVALID', {
    elementId: from.element,
    to,
    ...(inside && { reason: 'inside one instance of a multi-instance activity' }),
  })
}

function targetsOf({ elements }: ProcessDefinition, instance: Instance, from: Activation): Activation[] {
  const { activations } = instance
  const ancestors = ancestorsOf(activations, from.id)
  const latest = new Map<string, Activation>()
  for (const activation of activations) {
    // One instance is not returned to: the activity as a whole is.
    const { type, bodyOf } = elements[activation.element] ?? {}
    if (bodyOf !== undefined) continue
    if (!ancestors.has(activation.id) || activation.done === undefined || activation.element === from.element) continue
    if (type !== 'bpmn:UserTask' && type !== 'bpmn:StartEvent') continue
    if (isBrokenOff({ elements }, activations, activation) || isInOtherInstance(activations, activation, from)) continue
    latest.set(activation.element, activation)
  }
  return [...latest.values()].sort((one, other) => one.id - other.id)
}

function undoneBy({ activations }: Instance, target: Activation): ReturnTarget['undoes'] {
  const undone = descendantsOf(activations, target.id).add(target.id)
  return activations
    .filter(({ id }) => undone.has(id))
    .flatMap(({ element, round }) =>
      (round?.seats ?? []).flatMap(({ task, decision }) =>
        task !== undefined && decision !== undefined ? [{ taskId: task, elementId: element }] : [],
      ),
    )
}
