import type { Activation } from './instance.ts'
import { descendantsOf } from './lineage.ts'
import type { Run, Token } from './run.ts'

/**
 * Forgets earlier visits of the element just left that nothing can return to any more: they were left before this one
 * began, and all that is alive and descends from them comes through it. So a loop of a thousand rounds stays small. What
 * may have to be compensated is not forgotten.
 */
export function supersede(run: Run, activationId: number, tokens: readonly Token[]): void {
  const { activations } = run.state
  const newest = run.activation(activationId)
  const earlier = activations.filter(
    ({ id, element, done, joined, compensates, cut }) =>
      element === newest.element &&
      id !== activationId &&
      done !== undefined &&
      done <= activationId &&
      !joined &&
      compensates === undefined &&
      (cut || !run.element(element).compensable),
  )
  for (const activation of earlier) {
    if (isAlive(run, activation, newest, tokens)) continue
    run.emit({
      type: 'ElementSuperseded',
      elementId: activation.element,
      activationId: activation.id,
      taskIds: activation.round?.seats.flatMap(({ task, decision }) => (decision && task ? [task] : [])) ?? [],
    })
  }
}

function isAlive(run: Run, old: Activation, newest: Activation, tokens: readonly Token[]): boolean {
  const { activations, arrivals } = run.state
  const descends = descendantsOf(activations, old.id).add(old.id)
  const comesFrom = (from: readonly number[]) => from.some((id) => descends.has(id))
  const around = scopesAround(activations, newest)
  return (
    arrivals.some(({ from }) => comesFrom(from)) ||
    tokens.some(({ from }) => comesFrom(from)) ||
    activations.some(
      ({ id, from, scope, done, ends }) =>
        scope === old.id ||
        (done === undefined && ((comesFrom(from) && !around.has(id)) || (ends !== undefined && comesFrom(ends)))),
    )
  )
}

function scopesAround(activations: readonly Activation[], inner: Activation): Set<number> {
  const found = new Set<number>()
  for (let scope = inner.scope; scope !== undefined; ) {
    found.add(scope)
    const around = scope
    scope = activations.find(({ id }) => id === around)?.scope
  }
  return found
}
