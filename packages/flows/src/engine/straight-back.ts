import { canResume } from './aside.ts'
import { cancelWaits } from './cancel-waits.ts'
import type { Run } from './run.ts'
import { undoDecisions } from './undo.ts'

/**
 * Leaves an activation that a return opened with the way straight back: what was put aside goes on where it stood, its
 * open seats asked again. False when there is nothing aside, the decision is another one than before (a gateway may lead
 * elsewhere), or what it came from has changed meanwhile: then the flow is followed as usual.
 */
export function straightBack(run: Run, activationId: number): boolean {
  const { aside, element, round } = run.activation(activationId)
  if (!aside || (aside.outcome !== undefined && aside.outcome !== round?.outcome)) return false
  if (!canResume(run.state, aside)) return false
  const left = run.element(element)
  run.behavior(left).leaving?.(run, left, activationId)
  run.close(activationId, left)
  for (const { id } of aside.scopes) cancelWaits(run, id, 'returned')
  const first = run.state.next
  run.emit({ type: 'LineageResumed', activationId })
  for (const { id, element, done } of run.state.activations.filter(({ id }) => id >= first)) {
    if (done !== undefined) continue
    const resumed = run.element(element)
    const behavior = run.behavior(resumed)
    run.attach(id)
    if (behavior.resume) behavior.resume(run, resumed, id)
    else behavior.enter(run, resumed, id)
  }
  return true
}

/** The activation is left another way: what was put aside does not come back. */
export function giveUpAside(run: Run, activationId: number): void {
  const { aside } = run.activation(activationId)
  if (!aside) return
  for (const activation of aside.activations) undoDecisions(run, activation, 'returned')
  run.emit({ type: 'LineageDropped', activationId })
}
