import { asideOf } from './aside.ts'
import { changeActivation } from './change.ts'
import { settleDecision } from './decisions.ts'
import type { Event } from './event.ts'
import { findActivation } from './find-activation.ts'
import { undoLineage } from './lineage.ts'
import { rememberNumbers } from './round-number.ts'
import type { State } from './state.ts'

/** Undoes a lineage, and gives its place to the heir, with all that went where the way straight back is kept. */
export function undo(state: State, event: Extract<Event, { type: 'LineageUndone' }>): void {
  const before = state.activations
  const root = findActivation(before, event.activationId)
  if (!root) return
  const undone = undoLineage(state, root.id)
  if (event.heir !== undefined) state.activations = state.activations.filter(({ id }) => id !== root.id)
  if (event.heir !== undefined && event.aside) {
    const aside = asideOf(root, undone)
    changeActivation(state, event.heir, (heir) => ({ ...heir, aside }))
  }
  rememberNumbers(state, before, event.heir === undefined ? undone.activations : [root, ...undone.activations])
  const decided = [root, ...undone.activations].filter(({ round }) => round?.outcome && !round.resubmit)
  for (const activation of decided) settleDecision(state, activation)
}
