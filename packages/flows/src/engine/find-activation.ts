import type { Activation } from './instance.ts'

/**
 * Place of an activation in the list, -1 when it is gone. Searched from the end, where what is open stands: so a step
 * costs the same however much of the case is behind it.
 */
export function placeOf(activations: readonly Activation[], id: number): number {
  let place = activations.length - 1
  while (place >= 0 && activations[place]?.id !== id) place -= 1
  return place
}

export function findActivation(activations: readonly Activation[], id: number): Activation | undefined {
  return activations[placeOf(activations, id)]
}

/** Place of the activation with this round, -1 when there is none; searched from the end like `placeOf`. */
export function placeOfRound(activations: readonly Activation[], roundId: string): number {
  let place = activations.length - 1
  while (place >= 0 && activations[place]?.round?.id !== roundId) place -= 1
  return place
}

/** What has begun and is not left yet, in the order in which it began. */
export function openActivations(activations: readonly Activation[]): Activation[] {
  return activations.filter(({ done }) => done === undefined)
}
