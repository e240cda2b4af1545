import { activationsOf, type Command, type Event, type Instance } from '@zhupi/flows'
import type { FormValues } from '@zhupi/forms'
import type { DefinitionStore, MatterVersion } from '../../app-folder/definition-store.ts'
import type { WorkCalendar } from '../../calendar/work-calendar.ts'
import type { Clock } from '../../clock.ts'
import type { Sql } from '../../db/sql.ts'
import { together } from '../../db/together.ts'
import type { JobQueue } from '../../jobs/job-queue.ts'
import type { Directory } from '../../ports/directory/directory.ts'
import { claimFiles } from '../files/file-uses.ts'
import { noticesOfStep } from '../notifications/notices-of-step.ts'
import { claimTask, endTasks, insertTasks, markTasksUndone, transferTask } from '../tasks/task-repository.ts'
import type { CaseRecord, KeptOpinion } from './case-record.ts'
import { insertCase, updateCase } from './case-repository.ts'
import { insertCopies } from './copy-repository.ts'
import { coverSensitive } from './cover-sensitive.ts'
import { createFlowContext, factsOf, fillText } from './flow-context.ts'
import { appendHistory, type LinkedRecord } from './history-chain.ts'
import { insertHistory, type KeyedAnswer } from './history-repository.ts'
import { runCommand } from './run-command.ts'
import { readEffects, type StepEffects } from './step-effects.ts'
import { type Act, draftHistory } from './step-history.ts'
import { deleteSubscriptions, insertSubscriptions } from './subscription-repository.ts'
import { waitingPlaces } from './waiting-places.ts'

export interface CommandDeps {
  definitions: DefinitionStore
  directory: Directory
  calendar: WorkCalendar
  clock: Clock
  newId: () => string
  jobs: Pick<JobQueue, 'add'>
}

/** One command on a case, and what the person brings with it. */
export interface CaseCommand {
  command: Command
  act: Act
  /** The values with what the step has filled in; absent: unchanged. */
  values?: FormValues
  /** Goes into its 意见栏. */
  opinion?: KeptOpinion
  /** Makes the answer that is kept under the request's idempotency key. */
  keep?: (step: CaseStep) => KeyedAnswer
}

/** A case before and after a command. */
export interface CaseStep {
  record: CaseRecord
  matter: MatterVersion
  events: readonly Event[]
  effects: StepEffects
  /** What it added to the history. */
  records: readonly LinkedRecord[]
}

/** A case that is about to be started: it has everything but its instance. */
export type NewCase = Omit<CaseRecord, 'instance' | 'waiting'>

/**
 * Carries a command out on a case in the caller's transaction, and saves all that comes of it: the case where its version is
 * still the one read, tasks done and opened, history, waits and jobs. One statement a table.
 *
 * @throws FlowError what the engine refuses
 * @throws ServerError what a local service refuses (`LIMIT_REACHED`, …), `CASE_CHANGED`
 */
export async function carryOut(
  deps: CommandDeps,
  sql: Sql,
  matter: MatterVersion,
  case_: CaseRecord | NewCase,
  request: CaseCommand,
): Promise<CaseStep> {
  const before = 'instance' in case_ ? case_ : undefined
  const at = deps.clock()
  const values = request.values ?? case_.values
  const titled = request.values || !before ? titles(deps.directory, matter, { ...case_, values }, at) : case_
  const scope = { id: case_.id, number: case_.number, values, initiatorId: case_.initiatorId }
  const context = createFlowContext(scope, {
    directory: deps.directory,
    calendar: deps.calendar,
    at,
    newId: deps.newId,
  })
  const by = request.act.personId ?? case_.initiatorId
  const previous = request.act.personId ? (deps.directory.person(request.act.personId)?.name ?? null) : null
  const { definitions } = deps
  const run = { sql, definitions, matter, case: { id: case_.id, number: case_.number }, context, by }
  const { instance, events, jobs } = await runCommand(run, before?.instance, request.command)

  const version = case_.version + 1
  const effects = readEffects(events, matter, {
    caseId: case_.id,
    title: titled.title,
    digest: titled.digest,
    at,
    caseVersion: version,
    newId: deps.newId,
    previous,
    elementId: request.act.elementId,
    calendar: deps.calendar,
    fill: (text) => fillText(text, { ...values, ...instance.variables }, at),
    seats: (roundId) => seatsOf(instance, events, roundId),
  })
  const drafts = draftHistory(request.act, events, {
    flow: matter.flow,
    directory: deps.directory,
    before: before?.instance,
    after: instance,
  })
  const { records, head } = appendHistory(case_.head, drafts, {
    caseId: case_.id,
    caseVersion: version,
    at,
    newId: deps.newId,
  })
  const record: CaseRecord = {
    ...case_,
    matterVersion: matter.version,
    title: titled.title,
    digest: titled.digest,
    values,
    instance,
    status: instance.status,
    version,
    round: case_.round + effects.returns,
    opinions: opinionsAfter(case_.opinions, request.opinion, effects.undone),
    waiting: waitingPlaces(matter.flow, instance),
    endedAt: instance.status === 'running' ? null : at,
    updatedAt: at,
    head,
  }
  const step: CaseStep = { record, matter, events, effects, records }
  const notices = noticesOfStep({
    events,
    effects,
    flow: matter.flow,
    instance,
    initiatorId: case_.initiatorId,
    by: request.act.personId,
    directory: deps.directory,
  })
  await together([
    // First, so that whoever comes second to a case waits here and is told that it has changed.
    before ? updateCase(sql, record, before) : insertCase(sql, record),
    endTasks(sql, { at, ...effects, signature: request.opinion?.signature }),
    markTasksUndone(sql, effects.undone),
    insertTasks(sql, effects.tasks),
    deleteSubscriptions(sql, effects.unsubscribed),
    insertSubscriptions(sql, effects.subscribed),
    insertHistory(sql, records, { keyed: request.keep?.(step), notices }),
    deps.jobs.add(sql, [...effects.timers, ...jobs]),
  ])
  if (request.values) {
    await claimFiles(sql, { caseId: record.id, personId: by, before: before?.values, after: values })
  }
  for (const transfer of effects.transferred)
    await transferTask(sql, { ...transfer, at, previous, caseVersion: version })
  for (const claim of effects.claimed) await claimTask(sql, { ...claim, at })
  await insertCopies(sql, effects.copies)
  return step
}

/** Title and digest of a case, from its matter's expressions over its values; sensitive values in them are covered. */
export function titles(
  directory: Directory,
  { matter, form }: MatterVersion,
  case_: Pick<CaseRecord, 'id' | 'number' | 'values' | 'initiatorId'>,
  at: string,
): { title: string; digest: string } {
  const initiator = factsOf(directory, case_.initiatorId)
  const cover = (text: string) => coverSensitive(form, case_.values, text)
  const scope = { ...case_.values, initiator, caseId: case_.id, caseNumber: case_.number }
  return {
    title: cover(fillText(matter.caseTitle, scope, at)) || matter.title,
    digest: cover(fillText(matter.digest, scope, at)),
  }
}

function seatsOf(instance: Instance, events: readonly Event[], roundId: string): number {
  const round = activationsOf(instance).find((activation) => activation.round?.id === roundId)?.round
  if (round) return round.seats.length
  const opened = events.find((event) => event.type === 'RoundOpened' && event.roundId === roundId)
  return opened?.type === 'RoundOpened' ? opened.seats : 1
}

function opinionsAfter(
  opinions: readonly KeptOpinion[],
  added: KeptOpinion | undefined,
  undone: readonly string[],
): KeptOpinion[] {
  const all = added ? [...opinions, added] : [...opinions]
  if (undone.length === 0) return all
  return all.map((opinion) => (undone.includes(opinion.taskId) ? { ...opinion, undone: true } : opinion))
}
