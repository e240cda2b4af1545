import type { Activation } from './instance.ts'

/**
 * Place of an activation in the list, -1 when it is gone. The list is in the order of their numbers: it is halved, unless
 * the newest is asked for, as it mostly is.
 */
export function placeOf(activations: readonly Activation[], id: number): number {
  if (activations.at(-1)?.id === id) return activations.length - 1
  let low = 0
  let high = activations.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((activations[middle]?.id ?? id) < id) low = middle + 1
    else high = middle
  }
  return activations[low]?.id === id ? low : -1
}

export function findActivation(activations: readonly Activation[], id: number): Activation | undefined {
  return activations[placeOf(activations, id)]
}

/** What has begun and is not left yet, in the order in which it began. */
export function openActivations(activations: readonly Activation[]): Activation[] {
  return activations.filter(({ done }) => done === undefined)
}
