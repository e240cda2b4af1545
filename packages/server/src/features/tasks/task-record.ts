export type TaskState = 'open' | 'done' | 'closed'

/**
 * A task as one of its receivers has it: a task that three people may do is three of these. It carries what an inbox shows,
 * so that a list is one indexed query.
 */
export interface TaskRecord {
  id: string
  personId: string
  caseId: string
  matterKey: string
  matterTitle: string
  elementId: string
  elementName: string
  title: string
  digest: string
  /** Who sent it here. */
  previous: string | null
  /** `closed`: somebody else did it, or nobody needs it any more. */
  state: TaskState
  receivedAt: string
  dueAt: string | null
  completedAt: string | null
  completedBy: string | null
  decision: string | null
  /** It was here before (退回重报). */
  returned: boolean
  /** Its decision was struck out by a return or a withdrawal. */
  undone: boolean
  /** The initiator fills in again. */
  resubmit: boolean
  round: number
  /** 0-based place in the round. */
  seat: number
  seats: number
  seatType: string
  batchable: boolean
  /** Version of the case from which this receiver has it. */
  caseVersion: number
}
