import type { Event, FlowElement } from '@zhupi/flows'
import { isExpression } from '@zhupi/forms/feel'
import type { MatterVersion } from '../../app-folder/definition-store.ts'
import { dueDate } from '../../calendar/due-date.ts'
import type { WorkCalendar } from '../../calendar/work-calendar.ts'
import { nameOfElement } from '../cases/element-name.ts'
import { mayEdit } from './step-access.ts'
import type { TaskRecord } from './task-record.ts'

/** What the tasks of one command have in common. */
export interface TaskFacts {
  caseId: string
  title: string
  digest: string
  at: string
  /** Version of the case after the command. */
  caseVersion: number
  newId: () => string
  /** The step whose task is acted on. */
  elementId?: string | undefined
  /** Who sends them; null when a timer or a message does. */
  previous: string | null
  /** Days that are worked. */
  calendar: WorkCalendar
  /** Fills `{{ FEEL }}` of a due date. */
  fill(text: string): string
  /** Seats of the element's round. */
  seats(roundId: string): number
}

/** The rows of a new task: one a receiver. */
export function openTask(
  event: Extract<Event, { type: 'TaskOpened' }>,
  { matter, flow }: MatterVersion,
  facts: TaskFacts,
): TaskRecord[] {
  const { taskId, elementId, seat, round, candidates, resubmit, roundId } = event
  const element = flow.elements[elementId]
  const task: Omit<TaskRecord, 'personId'> = {
    id: taskId,
    caseId: facts.caseId,
    matterKey: matter.key,
    matterTitle: matter.title,
    elementId,
    elementName: nameOfElement(flow, elementId),
    title: facts.title,
    digest: facts.digest,
    previous: facts.previous,
    state: 'open',
    receivedAt: facts.at,
    dueAt: dueAt(element, facts) ?? null,
    completedAt: null,
    completedBy: null,
    decision: null,
    returned: resubmit || round > 1,
    undone: false,
    resubmit,
    round,
    seat,
    seats: facts.seats(roundId),
    seatType: element?.approval?.round.type ?? 'single',
    batchable: !resubmit && isBatchable(element),
    caseVersion: facts.caseVersion,
  }
  return candidates.map((personId) => ({ ...task, personId }))
}

function dueAt(element: FlowElement | undefined, { at, fill, calendar }: TaskFacts): string | undefined {
  const due = element?.approval?.due
  if (!due) return undefined
  const after = isExpression(due.after) ? fill(due.after) : due.after
  return dueDate(at, after, due.calendar === 'work' ? calendar : undefined)
}

/** A step that wants a field filled in, or that may not simply be approved, is decided one by one. */
function isBatchable(element: FlowElement | undefined): boolean {
  const { approval } = element ?? {}
  if (!approval) return true
  return approval.actions.includes('approve') && !mayEdit(approval.fields)
}
