import type { ProcessDefinition } from '../definition/process-definition.ts'
import { behaviorOf } from './behaviors/index.ts'
import { isBrokenOff } from './broken-off.ts'
import { undecided } from './change.ts'
import type { Activation, Instance } from './instance.ts'
import { isInFinishedPart } from './instances.ts'
import { descendantsOf } from './lineage.ts'
import { addedTo, isHeard } from './round/added-seats.ts'
import { roundOutcome } from './round/verdict.ts'
import { unfolded } from './state.ts'

/** What a person may take back now: decisions, by task id, and, for the initiator, the whole case. */
export interface Withdrawable {
  taskIds: string[]
  initiator: boolean
}

export function canWithdraw(definition: ProcessDefinition, stored: Instance, by: string): Withdrawable {
  const instance = unfolded(stored)
  return {
    taskIds: instance.activations.flatMap((activation) =>
      (activation.round?.seats ?? []).flatMap((seat, place) =>
        seat.by === by && seat.task !== undefined && mayWithdraw(definition, instance, activation, place)
          ? [seat.task]
          : [],
      ),
    ),
    initiator: by === instance.initiator && caseToWithdraw(definition, instance) !== undefined,
  }
}

/**
 * True when the seat was decided by a person, nobody acted on what followed, the sub-process around it was not broken off,
 * and the round is open without that decision: where others have settled it already, taking one back would change nothing.
 */
export function mayWithdraw(
  definition: ProcessDefinition,
  instance: Instance,
  activation: Activation,
  place: number,
): boolean {
  const { id, element, round, done } = activation
  const seat = round?.seats[place]
  if (isInFinishedPart(instance.activations, activation)) return false
  if (instance.status !== 'running' || !round || !seat || !byPerson(seat)) return false
  if (isBrokenOff(definition, instance.activations, activation)) return false
  const inTurn = definition.elements[element]?.approval?.round.type === 'sequential'
  if (inTurn && round.seats.slice(place + 1).some(byPerson)) return false
  if (isHeard(round.seats, place)) return false
  const after = addedTo(round.seats, place, 'after')
  if (after.some((other) => round.seats[other]?.decision !== undefined)) return false
  const without = round.seats.map((other, at) => (at === place || (inTurn && at > place) ? undecided(other) : other))
  if (roundOutcome(definition.elements[element], without) !== undefined) return false
  return done === undefined || !wasActedOn(definition, instance, id)
}

/** The start event to which the initiator may take the case back, while nobody acted on it. */
export function caseToWithdraw(definition: ProcessDefinition, instance: Instance): Activation | undefined {
  const start = instance.activations.findLast(({ element }) => definition.starts.includes(element))
  return start?.done !== undefined && !wasActedOn(definition, instance, start.id) ? start : undefined
}

/** What policies decided by themselves blocks nothing; what a person decided or another system did, does. */
function wasActedOn(definition: ProcessDefinition, { activations }: Instance, id: number): boolean {
  const followed = descendantsOf(activations, id)
  return activations.some(({ id, element, round, done }) => {
    if (!followed.has(id)) return false
    const drawn = definition.elements[element]
    const acted = done !== undefined && drawn !== undefined && behaviorOf(drawn)?.actsOutside
    return acted || round?.seats.some(byPerson)
  })
}

function byPerson({ decision, automatic }: { decision?: string; automatic?: string }): boolean {
  return decision !== undefined && automatic === undefined
}
