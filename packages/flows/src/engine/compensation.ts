import type { Activation } from './instance.ts'
import type { Run } from './run.ts'

export interface Compensation {
  /** The activations of the sub-processes in which to look; undefined is the process. */
  scopes: readonly (number | undefined)[]
  /** Only the visits of this element. */
  activity?: string
  /** Also what is complete inside sub-processes that were broken off since the event was entered. */
  brokenOff?: true
}

/**
 * Begins to compensate, inside a compensation or cancel event, what was completed last before that event was entered. What
 * compensates is marked with what it compensates, so that nothing is compensated twice; a return that undoes the one makes
 * the other compensable again. A completed sub-process that has nothing of its own to compensate it is compensated by what
 * compensates its inside.
 *
 * @returns false when nothing is left to compensate
 * Source: BPMN 2.0.2, clause 13.5.5 (Compensation).
 */
export function compensateNext(run: Run, eventId: number, { scopes, activity, brokenOff }: Compensation): boolean {
  const { activations } = run.state
  const compensated = new Set(activations.flatMap(({ compensates }) => compensates ?? []))
  const isDue = ({ id, element, done, cut }: Activation) =>
    done !== undefined &&
    (cut ? brokenOff && done > eventId : done <= eventId) &&
    run.element(element).compensable &&
    !compensated.has(id)

  const dueIn = (around: readonly (number | undefined)[]): Activation[] =>
    activations
      .filter((activation) => around.includes(activation.scope) && isDue(activation))
      .flatMap((activation) => (activation.cut ? dueIn([activation.id]) : [activation]))
  const lastOf = (due: readonly Activation[]): Activation | undefined => {
    const backwards = [...due].sort((one, other) => (other.done ?? 0) - (one.done ?? 0))
    for (const activation of backwards) {
      const own = run.element(activation.element).compensatedBy !== undefined
      const last = own ? activation : lastOf(dueIn([activation.id]))
      if (last) return last
    }
    return undefined
  }

  const last = lastOf(dueIn(scopes).filter(({ element }) => activity === undefined || element === activity))
  const handler = last && run.element(last.element).compensatedBy
  if (!last || handler === undefined) return false
  run.enter(run.element(handler), { from: tipsOf(run, eventId), scope: eventId, compensates: last.id })
  return true
}

/** What compensates next descends from what compensated before: from the ends that nothing inside descends from yet. */
function tipsOf(run: Run, eventId: number): readonly number[] {
  const passed = new Set(run.state.activations.flatMap(({ scope, from }) => (scope === eventId ? from : [])))
  const tips = (run.activation(eventId).ends ?? []).filter((id) => !passed.has(id))
  return tips.length > 0 ? tips : [eventId]
}

/**
 * The scopes whose activities can be compensated from inside one: itself, and, of an event sub-process, the one that it
 * is drawn in, which it may belong to though that is completed (an event sub-process that begins by compensation).
 */
export function visibleScopes(run: Run, scope: number | undefined): (number | undefined)[] {
  const around = run.state.activations.find(({ id }) => id === scope)
  if (!around || !run.element(around.element).triggeredByEvent) return [scope]
  return [scope, ...visibleScopes(run, around.compensates ?? around.scope)]
}
