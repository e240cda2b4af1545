import { findActivation } from './find-activation.ts'
import type { Activation } from './instance.ts'
import { scopesOf } from './instances.ts'
import { descendantsOf } from './lineage.ts'
import type { Run, Token } from './run.ts'

/**
 * Forgets earlier visits of the element just left that nothing can return to any more: they were left before this one
 * began, and all that is alive and descends from them comes through it. A join does so for all that has come again. So a
 * loop of a thousand rounds stays small. What may have to be compensated is not forgotten.
 */
export function supersede(run: Run, activationId: number, tokens: readonly Token[]): void {
  const newest = run.activation(activationId)
  if (isFirst(newest) || (!newest.joined && !run.state.isRepeated(newest))) return
  const { activations } = run.state
  const isRepeated = newest.joined ? hasComeAgain(activations) : ({ element }: Activation) => element === newest.element
  const earlier = activations.filter(
    (activation) =>
      activation.id !== activationId &&
      activation.done !== undefined &&
      activation.done <= activationId &&
      !activation.joined &&
      mayBeForgotten(run, activation) &&
      isRepeated(activation),
  )
  for (const activation of earlier) {
    if (isAlive(run, activation, newest, tokens) || isOfSibling(activations, activation, newest)) continue
    run.emit({
      type: 'ElementSuperseded',
      elementId: activation.element,
      activationId: activation.id,
      taskIds: activation.round?.seats.flatMap(({ task, decision }) => (decision && task ? [task] : [])) ?? [],
    })
  }
}

/** At the top, the first round of a step tells that it was not visited before. */
function isFirst({ round, scope }: Activation): boolean {
  return round?.number === 1 && scope === undefined
}

/** What may have to be compensated, and what compensates, is not. */
function mayBeForgotten(run: Run, { element, compensates, cut }: Activation): boolean {
  return compensates === undefined && (cut === true || !run.element(element).compensable)
}

/** Of another instance of the same multi-instance activity: not an earlier visit, but one beside it. */
function isOfSibling(activations: readonly Activation[], old: Activation, newest: Activation): boolean {
  const around = scopesAround(activations, newest)
  const common = scopesOf(activations, old).find(({ id }) => around.has(id))
  return common?.plan !== undefined
}

/** Of branches, none could be forgotten while the others went on: a join looks back at all of them. */
function hasComeAgain(activations: readonly Activation[]): (old: Activation) => boolean {
  return ({ id, element }) => {
    const descends = descendantsOf(activations, id)
    return activations.some((later) => later.element === element && later.done !== undefined && descends.has(later.id))
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
  for (let { scope } = inner; scope !== undefined; scope = findActivation(activations, scope)?.scope) found.add(scope)
  return found
}
