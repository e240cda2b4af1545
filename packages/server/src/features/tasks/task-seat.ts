import { type Instance, openTasks } from '@zhupi/flows'

/** How an open task stands in its round. */
export interface TaskSeat {
  /** Several may do it: one of them can take it. */
  shared: boolean
  /** Who has delegated it: it comes back to them for the decision. */
  owner: string | undefined
  /** People whom its receiver has added and who have not decided. */
  added: string[]
  /** Those added before it decide first. */
  waits: boolean
}

const NONE: TaskSeat = { shared: false, owner: undefined, added: [], waits: false }

/** What the engine knows of an open task; of one that is not open nothing holds. */
export function taskSeat(instance: Instance, taskId: string): TaskSeat {
  const open = openTasks(instance).find((task) => task.taskId === taskId)
  const seats = instance.activations.find(({ round }) => round?.id === open?.roundId)?.round?.seats
  const seat = open && seats?.[open.seat]
  if (!open || !seats || !seat) return NONE
  const added = seats.filter(
    ({ added, removed, decision }) => added?.to === open.seat && !removed && decision === undefined,
  )
  return {
    shared: seat.people.length > 1,
    owner: seat.owner,
    added: added.flatMap(({ people }) => people),
    waits: open.waits,
  }
}
