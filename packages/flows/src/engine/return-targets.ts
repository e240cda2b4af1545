import type { ProcessDefinition } from '../definition/process-definition.ts'
import { FlowError } from '../errors.ts'
import { isBrokenOff } from './broken-off.ts'
import type { Activation, Instance } from './instance.ts'
import { ancestorsOf, descendantsOf } from './lineage.ts'

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
export function returnTargets(definition: ProcessDefinition, instance: Instance, taskId: string): ReturnTarget[] {
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
  const targets = targetsOf(definition, instance, from)
  const target = targets.find(({ element }) =>
    to === 'initiator' ? definition.elements[element]?.type === 'bpmn:StartEvent' : element === to,
  )
  if (!target) throw new FlowError('RETURN_TARGET_INVALID', { elementId: from.element, to })
  return target
}

function targetsOf({ elements }: ProcessDefinition, instance: Instance, from: Activation): Activation[] {
  const { activations } = instance
  const ancestors = ancestorsOf(activations, from.id)
  const latest = new Map<string, Activation>()
  for (const activation of activations) {
    const type = elements[activation.element]?.type
    if (!ancestors.has(activation.id) || activation.done === undefined || activation.element === from.element) continue
    if (type !== 'bpmn:UserTask' && type !== 'bpmn:StartEvent') continue
    if (isBrokenOff({ elements }, activations, activation)) continue
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
