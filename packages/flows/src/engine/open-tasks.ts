import { FlowError } from '../errors.ts'
import type { Activation, Instance, Round, Seat } from './instance.ts'
import { isPrepared } from './round/added-seats.ts'

export interface OpenTask {
  taskId: string
  elementId: string
  roundId: string
  /** 0-based place in the round, and the visit number of the element. */
  seat: number
  round: number
  /** Empty: anybody whom the host lets in. */
  candidates: readonly string[]
  resubmit: boolean
  /** Others who were added before it are to decide first. */
  waits: boolean
}

/** The open tasks of an instance, oldest round first. */
export function openTasks(instance: Instance): OpenTask[] {
  return instance.activations.flatMap(({ element, round, done }) =>
    done !== undefined || !round
      ? []
      : round.seats.flatMap((seat, place) =>
          seat.task === undefined || seat.decision !== undefined
            ? []
            : [
                {
                  taskId: seat.task,
                  elementId: element,
                  roundId: round.id,
                  seat: place,
                  round: round.number,
                  candidates: seat.people,
                  resubmit: round.resubmit ?? false,
                  waits: !isPrepared(round.seats, place),
                },
              ],
        ),
  )
}

/** @throws FlowError `TASK_NOT_FOUND` */
export function findOpenTask(instance: Instance, taskId: string): { activation: Activation; round: Round; seat: Seat } {
  for (const activation of instance.activations) {
    const { round, done } = activation
    const seat = done === undefined ? round?.seats.find(({ task }) => task === taskId) : undefined
    if (round && seat && seat.decision === undefined) return { activation, round, seat }
  }
  throw new FlowError('TASK_NOT_FOUND', { taskId })
}
