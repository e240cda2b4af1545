import type { FlowElement } from '../../definition/process-definition.ts'
import { FlowError } from '../../errors.ts'
import type { Activation } from '../instance.ts'
import { ancestorsOf } from '../lineage.ts'
import { openAnew } from '../return-to.ts'
import type { Run } from '../run.ts'
import type { Handler } from './handler.ts'

/**
 * An administrator moves the case: what waits at `from` goes to `to`. Back to something that led there it is a return; on
 * to another element of the same or an outer scope, what is left is broken off. What goes on beside it is left alone.
 *
 * @throws FlowError `RETURN_TARGET_INVALID` when nothing waits at `from`, or `to` is no element, a boundary or start event,
 *   or inside a sub-process that is not open
 */
export const jump: Handler<'jump'> = (run, { by, from, to }) => {
  const waiting = run.state.activations.find(({ element, done }) => element === from && done === undefined)
  const target = run.definition.elements[to]
  if (!waiting || !target) throw new FlowError('RETURN_TARGET_INVALID', { elementId: from, to })
  const before = passedOnTheWay(run, waiting, to)
  run.emit({ type: 'Jumped', by, from, to })
  if (before) {
    openAnew(run, before, { reason: 'jumped' })
    return
  }
  const left = around(run, waiting, target.scope)
  if (!left || !canBeEntered(target)) {
    throw new FlowError('RETURN_TARGET_INVALID', { elementId: from, to })
  }
  const { scope } = left
  run.send({ element: to, from: run.interrupt(left.id), scope })
}

function canBeEntered({ type, attachedTo, triggeredByEvent, forCompensation }: FlowElement): boolean {
  return attachedTo === undefined && type !== 'bpmn:StartEvent' && !triggeredByEvent && !forCompensation
}

function passedOnTheWay(run: Run, waiting: Activation, to: string): Activation | undefined {
  const ancestors = ancestorsOf(run.state.activations, waiting.id)
  return run.state.activations.findLast(
    ({ id, element, done }) => element === to && done !== undefined && ancestors.has(id),
  )
}

/**
 * The activation itself, or the sub-process around it, that is drawn in this scope. What compensates belongs to the event
 * that asked for it, wherever it is drawn.
 */
function around(run: Run, inner: Activation, scope: string | undefined): Activation | undefined {
  const runsIn = inner.scope === undefined ? undefined : run.activation(inner.scope).element
  if (run.element(inner.element).scope === scope && runsIn === scope) return inner
  return inner.scope === undefined ? undefined : around(run, run.activation(inner.scope), scope)
}
