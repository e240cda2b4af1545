import type { Event } from '@zhupi/flows'
import type { MatterVersion } from '../../app-folder/definition-store.ts'
import type { Job } from '../../jobs/job.ts'
import { openTask, type TaskFacts } from '../tasks/open-task.ts'
import type { TaskRecord } from '../tasks/task-record.ts'
import type { CaseCopy } from './copy-repository.ts'

/** A message that a case waits for. */
export interface SubscriptionRecord {
  id: string
  caseId: string
  name: string
  correlationKey: string | null
}

/** What the events of a command change in tables other than the case's own. */
export interface StepEffects {
  /** New tasks; one that a policy decided at once is already done. */
  tasks: TaskRecord[]
  /** Tasks that were open before. */
  completed: Array<{ taskId: string; by: string; decision: string }>
  cancelled: string[]
  /** Completed tasks whose decision does not count any more. */
  undone: string[]
  /** Tasks that are another person's now: handed over, given to be prepared, or back from it. */
  transferred: Array<{ taskId: string; from: string; to: string }>
  /** Tasks that one of several candidates has taken. */
  claimed: Array<{ taskId: string; by: string }>
  copies: CaseCopy[]
  subscribed: SubscriptionRecord[]
  unsubscribed: string[]
  timers: Job[]
  returns: number
}

/** Reads the events of a command in their order. Pure: what it finds is written by `saveStep`. */
export function readEffects(events: readonly Event[], matter: MatterVersion, facts: TaskFacts): StepEffects {
  const effects: StepEffects = {
    tasks: [],
    completed: [],
    cancelled: [],
    undone: [],
    transferred: [],
    claimed: [],
    copies: [],
    subscribed: [],
    unsubscribed: [],
    timers: [],
    returns: 0,
  }
  for (const event of events) readEvent(effects, event, matter, facts)
  return effects
}

function readEvent(effects: StepEffects, event: Event, matter: MatterVersion, facts: TaskFacts): void {
  switch (event.type) {
    case 'TaskOpened':
      effects.tasks.push(...openTask(event, matter, facts))
      break
    case 'TaskCompleted':
      complete(effects, event, facts.at)
      break
    case 'TaskCancelled':
      if (!remove(effects, event.taskId)) effects.cancelled.push(event.taskId)
      break
    case 'TaskUndone':
      if (!remove(effects, event.taskId)) effects.undone.push(event.taskId)
      break
    case 'TaskTransferred':
      effects.transferred.push({ taskId: event.taskId, from: event.from, to: event.to })
      break
    case 'TaskDelegated':
    case 'TaskResolved':
      effects.transferred.push({ taskId: event.taskId, from: event.by, to: event.to })
      break
    case 'TaskClaimed':
      effects.claimed.push({ taskId: event.taskId, by: event.by })
      break
    case 'CopySent':
      effects.copies.push(...copiesOf(event, facts))
      break
    case 'Returned':
      effects.returns += 1
      break
    case 'SubscriptionOpened':
      if (event.kind === 'message') effects.subscribed.push(toSubscription(event, facts.caseId))
      break
    case 'SubscriptionClosed':
      unsubscribe(effects, event.subscriptionId)
      break
    case 'TimerScheduled':
      effects.timers.push(toJob(event, facts))
      break
    case 'TimerCancelled':
      // The job of a timer that was scheduled before stays: it finds no timer when it runs, and ends.
      effects.timers = effects.timers.filter(({ key }) => key !== timerKey(event.timerId))
      break
  }
}

function copiesOf(
  { by, people }: Extract<Event, { type: 'CopySent' }>,
  { caseId, at, elementId }: TaskFacts,
): CaseCopy[] {
  return people.map((personId) => ({ caseId, personId, elementId: elementId ?? null, sentBy: by, sentAt: at }))
}

function complete(effects: StepEffects, event: Extract<Event, { type: 'TaskCompleted' }>, at: string): void {
  const { taskId, by, decision } = event
  const opened = effects.tasks.filter(({ id }) => id === taskId)
  if (opened.length === 0) effects.completed.push({ taskId, by, decision })
  for (const task of opened) {
    task.state = task.personId === by ? 'done' : 'closed'
    task.decision = decision
    task.completedBy = by
    task.completedAt = at
  }
}

/** A task that was opened and is gone in the same command was never anybody's. */
function remove(effects: StepEffects, taskId: string): boolean {
  const kept = effects.tasks.filter(({ id }) => id !== taskId)
  const found = kept.length < effects.tasks.length
  effects.tasks = kept
  return found
}

function unsubscribe(effects: StepEffects, id: string): void {
  const kept = effects.subscribed.filter((one) => one.id !== id)
  if (kept.length === effects.subscribed.length) effects.unsubscribed.push(id)
  effects.subscribed = kept
}

function toSubscription(event: Extract<Event, { type: 'SubscriptionOpened' }>, caseId: string): SubscriptionRecord {
  return { id: event.subscriptionId, caseId, name: event.name, correlationKey: event.correlationKey }
}

function timerKey(timerId: string): string {
  return `timer:${timerId}`
}

function toJob(event: Extract<Event, { type: 'TimerScheduled' }>, { caseId, newId }: TaskFacts): Job {
  const { timerId, at } = event
  const payload = { timerId }
  return {
    id: newId(),
    kind: 'timer',
    key: timerKey(timerId),
    caseId,
    payload,
    runAt: at,
    attempts: 0,
    maxAttempts: 10,
  }
}
