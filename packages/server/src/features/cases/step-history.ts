import { activationsOf, type Event, type Instance, type ProcessDefinition } from '@zhupi/flows'
import type { Directory } from '../../ports/directory/directory.ts'
import { nameOfElement } from './element-name.ts'
import type { HistoryChange, HistoryDraft } from './history-chain.ts'

/** The act that a command stands for, in the words of the history. */
export interface Act {
  kind: HistoryDraft['kind']
  /** Who acted; absent when a timer or a service did. */
  personId?: string
  taskId?: string
  elementId?: string
  decision?: string
  opinion?: string
  /** Where it goes: the step returned to, the person transferred to. */
  toName?: string
  changes?: readonly HistoryChange[]
}

export interface StepContext {
  flow: ProcessDefinition
  directory: Directory
  before: Instance | undefined
  after: Instance
}

/**
 * What a command adds to the history: the act itself, then what followed by itself (policies, services, the end). The act
 * bears the tasks that were undone by it.
 */
export function draftHistory(act: Act, events: readonly Event[], context: StepContext): HistoryDraft[] {
  const undone = events.flatMap((event) => (event.type === 'TaskUndone' ? [event.taskId] : []))
  const first: HistoryDraft = {
    kind: act.kind,
    ...person(context, act.personId),
    ...place(context, act.taskId, act.elementId),
    toName: act.toName ?? null,
    decision: act.decision ?? null,
    opinion: act.opinion || null,
    changes: act.changes ?? [],
    undoes: undone,
  }
  return [first, ...events.flatMap((event) => draftEvent(event, act, context))]
}

function draftEvent(event: Event, act: Act, context: StepContext): HistoryDraft[] {
  switch (event.type) {
    case 'TaskCompleted': {
      if (event.taskId === act.taskId) return []
      const { taskId, elementId, by, decision } = event
      return [{ kind: 'completed', ...person(context, by), ...place(context, taskId, elementId), decision }]
    }
    case 'Returned':
      if (act.kind === 'returned') return []
      return [
        { kind: 'returned', ...place(context, undefined, event.from), toName: nameOfElement(context.flow, event.to) },
      ]
    case 'ServiceCompleted':
      if (act.kind === 'service') return []
      return [{ kind: 'service', ...place(context, undefined, event.elementId) }]
    case 'IncidentRaised':
      return [{ kind: 'incident', ...place(context, undefined, event.elementId), opinion: event.message }]
    case 'ProcessEnded':
      if (act.kind === 'ended') return []
      return [{ kind: 'ended', decision: event.status, opinion: event.reason ?? null }]
    default:
      return []
  }
}

function person({ directory }: StepContext, id: string | undefined): Partial<HistoryDraft> {
  if (id === undefined) return {}
  const found = directory.person(id)
  const unit = found && directory.unit(found.unitId)
  return { personId: id, personName: found?.name ?? id, unitName: unit?.name ?? null }
}

function place(
  { flow, before, after }: StepContext,
  taskId: string | undefined,
  elementId: string | undefined,
): Partial<HistoryDraft> {
  const element = elementId === undefined ? {} : { elementId, elementName: nameOfElement(flow, elementId) }
  if (taskId === undefined) return element
  const seat = findSeat(before, taskId) ?? findSeat(after, taskId)
  return { ...element, taskId, ...seat }
}

function findSeat(instance: Instance | undefined, taskId: string): Partial<HistoryDraft> | undefined {
  for (const { round } of instance ? activationsOf(instance) : []) {
    const seat = round?.seats.findIndex(({ task }) => task === taskId) ?? -1
    if (round && seat >= 0) return { round: round.number, seat, seats: round.seats.length }
  }
  return undefined
}
