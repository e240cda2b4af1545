import type { ProcessDefinition } from '../definition/process-definition.ts'
import type { Activation } from './instance.ts'

/**
 * True inside a sub-process that was ended from outside, or a transaction that is cancelled: what stood beside it there is
 * lost, so it cannot be opened again. What compensates on account of the cancellation still can.
 */
export function isBrokenOff(
  { elements }: Pick<ProcessDefinition, 'elements'>,
  activations: readonly Activation[],
  { id, scope }: Activation,
): boolean {
  const around = scope === undefined ? undefined : activations.find((activation) => activation.id === scope)
  if (!around) return false
  const cancelled = activations.find(
    ({ element, scope: inside }) => inside === scope && elements[element]?.event?.kind === 'cancel',
  )
  const lost = around.cut || (cancelled !== undefined && cancelled.id !== id)
  return lost || isBrokenOff({ elements }, activations, around)
}
