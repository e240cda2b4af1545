import { bareIdOf } from '../../definition/element-key.ts'
import type { FlowElement } from '../../definition/process-definition.ts'
import { FlowError } from '../../errors.ts'
import type { Activation } from '../instance.ts'
import { isInOtherInstance, scopesOf } from '../instances.ts'
import { ancestorsOf } from '../lineage.ts'
import { openAnew } from '../return-to.ts'
import type { Run } from '../run.ts'
import type { Handler } from './handler.ts'

/**
 * An administrator moves the case: what waits at `from` goes to `to`. Back to something that led there it is a return; on
 * to another element of the same or an outer scope, what is left is broken off. What goes on beside it is left alone.
 * Both are ids as they are drawn; of several elements of that id, in a called process and outside, the nearest is meant.
 *
 * @throws FlowError `RETURN_TARGET_INVALID` when nothing waits at `from`, or `to` is no element, a boundary or start event,
 *   or inside a sub-process or an instance that is not open around it
 */
export const jump: Handler<'jump'> = (run, { by, from, to, activationId }) => {
  const waiting = run.state.activations.find(
    ({ id, element, done }) =>
      done === undefined &&
      (activationId === undefined || id === activationId) &&
      (element === from || bareIdOf(element) === from),
  )
  const target = waiting && targetNear(run, waiting, to)
  if (!waiting || !target) throw new FlowError('RETURN_TARGET_INVALID', { elementId: from, to })
  const before = passedOnTheWay(run, waiting, target)
  run.emit({ type: 'Jumped', by, from, to })
  if (before) {
    openAnew(run, before, { reason: 'jumped' })
    return
  }
  // What compensates belongs to the event that asked for it, wherever it is drawn.
  const left = scopesOf(run.state.activations, waiting).find(
    ({ element, compensates }) => compensates === undefined && run.element(element).scope === run.element(target).scope,
  )
  if (!left || !canBeEntered(run.element(target))) {
    throw new FlowError('RETURN_TARGET_INVALID', {
      elementId: from,
      to,
      ...(!left && { reason: 'inside what is not open around it' }),
    })
  }
  const { scope } = left
  run.send({ element: target, from: run.interrupt(left.id), scope })
}

function canBeEntered({ type, attachedTo, triggeredByEvent, forCompensation }: FlowElement): boolean {
  return attachedTo === undefined && type !== 'bpmn:StartEvent' && !triggeredByEvent && !forCompensation
}

/** The key of the element of this id that is drawn in the same process as what waits, or as what is around it. */
function targetNear(run: Run, waiting: Activation, to: string): string | undefined {
  const { elements } = run.definition
  const near = scopesOf(run.state.activations, waiting).map(
    ({ element }) => `${element.slice(0, element.lastIndexOf('/') + 1)}${to}`,
  )
  return [...near, to].find((key) => elements[key] && elements[key].bodyOf === undefined)
}

function passedOnTheWay(run: Run, waiting: Activation, to: string): Activation | undefined {
  const { activations } = run.state
  const ancestors = ancestorsOf(activations, waiting.id)
  return activations.findLast(
    (activation) =>
      activation.element === to &&
      activation.done !== undefined &&
      ancestors.has(activation.id) &&
      !isInOtherInstance(activations, activation, waiting),
  )
}
