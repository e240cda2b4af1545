import type { Activation } from './instance.ts'
import { placeKey } from './instances.ts'
import type { State } from './state.ts'

/** Number of the last round that was opened where this visit is: at its element, in its instance; 0 before the first. */
export function lastRoundNumber(state: State, visit: Activation): number {
  const { near, visits } = state
  // What is around an open visit is open.
  const place = placeKey(near, visit)
  let last = Object.hasOwn(visits, place) ? (visits[place] ?? 0) : 0
  if (!visit.round && !state.isRepeated(visit)) return last
  const { activations } = state
  for (const other of activations) {
    if (other.element !== visit.element || !other.round || other.round.number <= last) continue
    if (placeKey(activations, other) === place) last = other.round.number
  }
  return last
}

/**
 * Rounds that are gone are still counted: the next one there bears the next number.
 *
 * @param activations all that stood before
 */
export function rememberNumbers(state: State, activations: readonly Activation[], gone: readonly Activation[]): void {
  const numbers = new Map(Object.entries(state.visits))
  for (const visit of gone) {
    if (!visit.round) continue
    const place = placeKey(activations, visit)
    numbers.set(place, Math.max(visit.round.number, numbers.get(place) ?? 0))
  }
  state.visits = Object.fromEntries(numbers)
}
