import type { Round as RoundRule } from '../../definition/approval.ts'
import type { FlowElement } from '../../definition/process-definition.ts'
import { FlowError } from '../../errors.ts'
import { roundIdOf } from '../behind.ts'
import type { Round, Seat } from '../instance.ts'
import { findReturnTarget } from '../return-targets.ts'
import { returnTo } from '../return-to.ts'
import { lastRoundNumber } from '../round-number.ts'
import type { Run } from '../run.ts'
import { straightBack } from '../straight-back.ts'
import { addedTo, countsItself, decisionAt, isPrepared, placesOf } from './added-seats.ts'
import { onRejectOf, roundOutcome, ruleOf } from './verdict.ts'

/** Opens a round with these seats and runs it as far as it goes without anybody. */
export function openRound(run: Run, element: FlowElement, activationId: number, seats: Seat[], resubmit?: true): void {
  const number = lastRoundNumber(run.state, run.activation(activationId)) + 1
  run.emit({
    type: 'RoundOpened',
    roundId: roundIdOf(activationId, number),
    elementId: element.id,
    activationId,
    number,
    seats: seats.length,
    // A seat decided by a policy is opened like any other, and then completed: the history shows both.
    places: seats.map(({ people, weight }) => (weight === undefined ? { people } : { people, weight })),
    ...(resubmit && { resubmit }),
  })
  runRound(run, element, activationId, seats)
}

/**
 * Closes the round when its outcome is certain; else opens the tasks of the seats whose turn it is.
 * @param decided decisions that a policy took, by seat
 */
export function runRound(run: Run, element: FlowElement, activationId: number, decided: readonly Seat[] = []): void {
  for (;;) {
    const round = roundOf(run, activationId)
    const outcome = roundOutcome(element, round.seats)
    if (outcome !== undefined) {
      closeRound(run, element, activationId, outcome)
      return
    }
    const turn = seatsInTurn(round, ruleOf(element))
    // What is decided already comes first: it may spare the others their task.
    const settled = turn.find((place) => decided[place]?.decision !== undefined)
    if (settled === undefined) {
      for (const seat of turn) openTask(run, element, round, seat)
      return
    }
    openTask(run, element, round, settled, decided[settled])
  }
}

export function roundOf(run: Run, activationId: number): Round {
  const { round, element } = run.activation(activationId)
  if (!round) throw new FlowError('TASK_NOT_FOUND', { elementId: element })
  return round
}

/** Seats that are to be asked now and are not yet. */
function seatsInTurn({ seats }: Round, { type }: RoundRule): number[] {
  const nobodyAdded = seats.every(({ added }) => added === undefined)
  const undecided = placesOf(seats, (seat, place) =>
    nobodyAdded ? seat.decision === undefined : countsItself(seat) && decisionAt(seats, place) === undefined,
  )
  const turn = type === 'sequential' ? undecided.slice(0, 1) : undecided
  if (nobodyAdded) return turn.filter((place) => seats[place]?.task === undefined)
  return turn.flatMap((place) => toAsk(seats, place))
}

/** The seat itself, or who was added before it, or, once it has decided, after it. */
function toAsk(seats: readonly Seat[], place: number): number[] {
  const seat = seats[place]
  if (!seat || seat.removed) return []
  const added = addedTo(seats, place, seat.decision === undefined ? 'before' : 'after')
  const asked = seat.decision === undefined && seat.task === undefined && isPrepared(seats, place) ? [place] : []
  return [...added.flatMap((other) => toAsk(seats, other)), ...asked]
}

function openTask(run: Run, element: FlowElement, round: Round, seat: number, decided?: Seat): void {
  const taskId = run.context.newId()
  run.emit({
    type: 'TaskOpened',
    taskId,
    roundId: round.id,
    elementId: element.id,
    seat,
    round: round.number,
    candidates: round.seats[seat]?.people ?? [],
    resubmit: round.resubmit ?? false,
  })
  if (decided?.decision === undefined || decided.by === undefined) return
  const { by, decision, automatic } = decided
  run.emit({ type: 'TaskCompleted', taskId, elementId: element.id, by, decision, automatic })
}

function closeRound(run: Run, element: FlowElement, activationId: number, outcome: string): void {
  const round = roundOf(run, activationId)
  for (const { task, decision } of round.seats) {
    if (task !== undefined && decision === undefined) {
      run.emit({ type: 'TaskCancelled', taskId: task, elementId: element.id, reason: 'decided' })
    }
  }
  run.emit({ type: 'RoundClosed', roundId: round.id, elementId: element.id, outcome })
  if (round.resubmit && outcome === 'withdraw') run.end('withdrawn')
  else if (outcome === 'reject' && !round.resubmit) reject(run, element, activationId)
  else goOn(run, activationId)
}

function goOn(run: Run, activationId: number): void {
  if (!straightBack(run, activationId)) run.leave(activationId)
}

function reject(run: Run, element: FlowElement, activationId: number): void {
  const onReject = onRejectOf(element)
  if (onReject === 'continue') goOn(run, activationId)
  else if (onReject === 'return') returnRejected(run, element, activationId)
  else run.end('rejected')
}

function returnRejected(run: Run, element: FlowElement, activationId: number): void {
  const activation = run.activation(activationId)
  const by = activation.round?.seats.findLast(({ decision }) => decision === 'reject')?.by ?? ''
  const to = element.approval?.policies.returnTo ?? 'initiator'
  returnTo(run, element, findReturnTarget(run.definition, run.state, activation, to), by)
}
