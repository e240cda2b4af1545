import { FlowError } from '../errors.ts'
import { openActivations } from './find-activation.ts'
import type { Activation, Instance, Round, Seat } from './instance.ts'
import { isPrepared } from './round/added-seats.ts'
import type { State } from './state.ts'

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
  const found: OpenTask[] = []
  for (const { element, round } of openActivations(instance.activations)) {
    round?.seats.forEach(({ task, decision, people }, place) => {
      if (task === undefined || decision !== undefined) return
      found.push({
        taskId: task,
        elementId: element,
        roundId: round.id,
        seat: place,
        round: round.number,
        candidates: people,
        resubmit: round.resubmit ?? false,
        waits: !isPrepared(round.seats, place),
      })
    })
  }
  return found
}

/** @throws FlowError `TASK_NOT_FOUND` */
export function findOpenTask({ near }: State, taskId: string): { activation: Activation; round: Round; seat: Seat } {
  for (const activation of openActivations(near)) {
    const { round } = activation
    const seat = round?.seats.find(({ task }) => task === taskId)
    if (round && seat && seat.decision === undefined) return { activation, round, seat }
  }
  throw new FlowError('TASK_NOT_FOUND', { taskId })
}
