import type { FlowElement } from '../definition/process-definition.ts'
import type { UndoReason } from './event.ts'
import type { Activation } from './instance.ts'
import type { Run } from './run.ts'
import { undo } from './undo.ts'

/** Returns the case from an element to an activation that led there: undoes what came of it and opens it anew. */
export function returnTo(
  run: Run,
  from: FlowElement,
  target: Activation,
  by: string,
  after: 'replay' | 'straight' = 'replay',
): void {
  run.emit({ type: 'Returned', by, from: from.id, to: target.element, after })
  openAnew(run, target, { reason: 'returned', ...(after === 'straight' && { aside: true }) })
}

/** Undoes an activation whole and opens its element again in its place. */
export function openAnew(run: Run, target: Activation, options: { reason: UndoReason; aside?: true }) {
  const element = run.element(target.element)
  const heir = run.open(element, target, { anew: true })
  undo(run, target, { ...options, heir })
  run.attach(heir)
  const behavior = run.behavior(element)
  if (behavior.reopen) behavior.reopen(run, element, heir)
  else behavior.enter(run, element, heir)
}
