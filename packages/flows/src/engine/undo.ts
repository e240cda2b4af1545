import { cancelWaits } from './cancel-waits.ts'
import type { UndoReason } from './event.ts'
import type { Activation } from './instance.ts'
import { descendantsOf, insideOf } from './lineage.ts'
import type { Run } from './run.ts'

export interface UndoOptions {
  reason: UndoReason
  /** Takes the place of the activation; without it the activation itself stays and only what came of it goes. */
  heir?: number
  /** The heir keeps what goes, for the way straight back. */
  aside?: true
}

/** Undoes what happened because the activation was left, and tells the host of every task, timer and service in it. */
export function undo(run: Run, root: Activation, { reason, heir, aside }: UndoOptions): void {
  const gone = descendantsOf(run.state.activations, root.id)
  const inside = insideOf(run.state.activations, root.id)
  const isGone = (from: readonly number[]) => from.some((id) => id === root.id || gone.has(id))
  const closedScopes = run.state.activations.filter(
    ({ id, done, ends }) => done !== undefined && ends !== undefined && id !== root.id && !gone.has(id) && isGone(ends),
  )
  for (const id of gone) {
    cancelWaits(run, id, reason)
    if (!aside || inside.has(id)) undoDecisions(run, run.activation(id), reason)
  }
  if (heir !== undefined) undoDecisions(run, root, reason)
  run.dropTokens(isGone)
  run.emit({
    type: 'LineageUndone',
    activationId: root.id,
    ...(heir !== undefined && { heir }),
    ...(aside && { aside }),
  })
  for (const { id } of closedScopes) run.attach(id)
}

/** The tasks that were completed in an activation and count no longer, those it kept aside included. */
export function undoDecisions(run: Run, { element, round, aside }: Activation, reason: UndoReason): void {
  for (const { task, decision } of round?.seats ?? []) {
    if (task !== undefined && decision !== undefined && decision !== 'return') {
      run.emit({ type: 'TaskUndone', taskId: task, elementId: element, reason })
    }
  }
  for (const inner of aside?.activations ?? []) undoDecisions(run, inner, reason)
}
