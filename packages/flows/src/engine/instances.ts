import type { FlowElement } from '../definition/process-definition.ts'
import type { Variables } from './command.ts'
import { findActivation } from './find-activation.ts'
import type { Activation } from './instance.ts'
import { unique } from './lineage.ts'
import type { Run } from './run.ts'
import { straightBack } from './straight-back.ts'

/** One instance of an activity that is about to begin. */
export interface NextInstance {
  /** 1 first; it sees it as `loopCounter`. */
  number: number
  /** The activity itself, or, one after the other, the instance before. */
  from: readonly number[]
  variables?: Variables
}

/** Begins instances of an activity, all of them written down before the first one runs. */
export function startInstances(run: Run, element: FlowElement, wholeId: number, next: readonly NextInstance[]): void {
  const body = run.element(element.starts?.[0] ?? '')
  const ids = next.map(({ number, from, variables }) => {
    // Decisions inside are each instance's own.
    const own = { ...variables, loopCounter: number, decisions: {} }
    const id = run.open(body, { from, scope: wholeId }, { instance: number, variables: own })
    run.attach(id)
    return id
  })
  for (const id of ids) {
    const started = run.state.find(id)
    if (started && started.done === undefined) run.behavior(body).enter(run, body, id)
  }
}

/** Ends an instance by itself, and tells the activity as a whole. */
export function leaveInstance(run: Run, body: FlowElement, activationId: number, cut: boolean): void {
  const whole = run.element(body.bodyOf ?? '')
  const output = whole.loop?.kind === 'multiInstance' ? whole.loop.output : undefined
  run.emit({
    type: 'InstanceCompleted',
    elementId: body.id,
    activationId,
    ...(output && { output: run.evaluate(output.value, whole.id, activationId) ?? null }),
  })
  const { ends = [] } = run.activation(activationId)
  const from = unique([...run.close(activationId, body, cut), ...ends])
  run.disturb()
  run.behavior(whole).instanceLeft?.(run, whole, run.activation(activationId), from)
}

/** The instances of an activity, the first one first. */
export function instancesOf(activations: readonly Activation[], wholeId: number): Activation[] {
  const inside = activations.filter(({ scope, instance }) => scope === wholeId && instance !== undefined)
  return inside.sort((one, other) => (one.instance ?? 0) - (other.instance ?? 0))
}

/** What follows an instance descends from it, and from where the tokens inside it ended. */
export function comesFrom({ id, ends = [] }: Activation): number[] {
  return unique([id, ...ends])
}

/** Completes an activity; instances that are still open are given up. One after the other, the last one's end is its end. */
export function finishInstances(run: Run, wholeId: number, last?: Activation): void {
  run.interruptInside(wholeId)
  if (last) run.emit({ type: 'TokenEnded', activationId: wholeId, from: comesFrom(last) })
  leaveWhole(run, wholeId)
}

/** Leaves an activity as a whole, straight back where a return to it asked for that. */
export function leaveWhole(run: Run, wholeId: number): void {
  if (!straightBack(run, wholeId)) run.leave(wholeId)
}

/** True when it is, or is inside, an instance of a multi-instance activity in which `from` is not. */
export function isInOtherInstance(activations: readonly Activation[], inner: Activation, from: Activation): boolean {
  const around = new Set(scopesOf(activations, from).map(({ id }) => id))
  return scopesOf(activations, inner).some(
    ({ id, instance, scope }) =>
      instance !== undefined && !around.has(id) && activations.some((whole) => whole.id === scope && whole.plan),
  )
}

/** True when the activity was left early, so that others of its instances were given up: none of it can open again alone. */
export function isInFinishedPart(activations: readonly Activation[], inner: Activation): boolean {
  return scopesOf(activations, inner).some(({ instance, scope }) => {
    const whole = instance === undefined || scope === undefined ? undefined : findActivation(activations, scope)
    return whole?.done !== undefined && instancesOf(activations, whole.id).some(({ completed }) => !completed)
  })
}

/** An element as often as it is visited for another purpose: in each instance around it, outermost first. */
export function placeKey(activations: readonly Activation[], visit: Activation): string {
  const instances = scopesOf(activations, visit).flatMap(({ instance }) => instance ?? [])
  return [visit.element, ...instances.toReversed()].join(' ')
}

/** The activation itself, and the scopes around it, innermost first. */
export function scopesOf(activations: readonly Activation[], inner: Activation): Activation[] {
  const found: Activation[] = []
  for (let at: Activation | undefined = inner; at; ) {
    found.push(at)
    const { scope }: Activation = at
    at = scope === undefined ? undefined : findActivation(activations, scope)
  }
  return found
}
