import { type Command, canWithdraw } from '@zhupi/flows'
import type { z } from 'zod'
import type { MatterVersion } from '../../app-folder/definition-store.ts'
import type { Database } from '../../db/database.ts'
import type { Sql } from '../../db/sql.ts'
import { ServerError } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import type { Directory } from '../../ports/directory/directory.ts'
import { type CaseCommand, type CommandDeps, carryOut } from '../cases/case-commands.ts'
import type { CaseRecord } from '../cases/case-record.ts'
import { changesSince, describeChanges } from '../cases/changes-since.ts'
import { nameOfElement } from '../cases/element-name.ts'
import { fillIn } from '../cases/fill-in.ts'
import { readHistorySince } from '../cases/history-repository.ts'
import { doOnce, type KeepAnswer } from '../cases/idempotency.ts'
import { nextStop } from '../cases/next-stop.ts'
import type { Act } from '../cases/step-history.ts'
import { writeCase } from '../cases/write-case.ts'
import { checkPeople } from '../directory/check-people.ts'
import { namePeople } from '../directory/name-people.ts'
import { checkOpinion, checkSignature, toKeptOpinion } from './check-opinion.ts'
import { stepAccess } from './step-access.ts'
import { stillHolds } from './still-holds.ts'
import type { TaskRecord } from './task-record.ts'
import { findTaskWithCase } from './task-repository.ts'
import type { TaskActionRequest, TaskActionResult } from './task-schema.ts'
import { taskSeat } from './task-seat.ts'

export type TaskAction = z.output<typeof TaskActionRequest>
export type TaskActionAnswer = z.input<typeof TaskActionResult>

export interface TaskCommandDeps extends CommandDeps {
  db: Database
}

const DONE: Record<TaskAction['type'], string> = {
  approve: '已同意',
  reject: '已不同意',
  return: '已退回',
  transfer: '已转办',
  delegate: '已请人代拟',
  addSigners: '已加签',
  removeSigners: '已减签',
  claim: '已签收',
  cc: '已抄送',
  resubmit: '已重新提交',
}

/**
 * A decision on a task: one transaction, eight statements where the next task with its due date comes of it. One made on an
 * older version of the case is taken while it still holds: two countersigners need not wait for each other.
 *
 * @throws ServerError `TASK_NOT_FOUND`, `TASK_CLOSED`, `TASK_CHANGED` with what came since the version read,
 *   `ACTION_NOT_ALLOWED`, `VALUES_INVALID`, `OPINION_INVALID`, `SEAL_NOT_ALLOWED`, `PERSON_NOT_FOUND`, `LIMIT_REACHED`,
 *   `IDEMPOTENCY_KEY_REUSED`
 * @throws FlowError what the engine refuses
 */
export async function actOnTask(
  deps: TaskCommandDeps,
  actor: Actor,
  taskId: string,
  action: TaskAction,
  idempotencyKey?: string,
): Promise<TaskActionAnswer> {
  const request = { personId: actor.person.id, key: idempotencyKey, content: ['task', taskId, action] }
  return doOnce<TaskActionAnswer>(deps.db, request, (keep) =>
    writeCase(deps.db, (sql) => decide(deps, sql, actor, taskId, action, keep)),
  )
}

async function decide(
  deps: TaskCommandDeps,
  sql: Sql,
  actor: Actor,
  taskId: string,
  action: TaskAction,
  keep: KeepAnswer<TaskActionAnswer> | undefined,
): Promise<TaskActionAnswer> {
  const found = await findTaskWithCase(sql, taskId, actor.person.id, action.opinion?.signature)
  if (!found) throw new ServerError('TASK_NOT_FOUND', { taskId })
  const { task, record } = found
  const matter = await deps.definitions.matterVersion(sql, record.matterKey, record.matterVersion)
  await checkCurrent(deps, sql, matter, found, action)
  checkSignature(action.opinion, found.signatureOwner, actor)
  const request = toCommand(deps, matter, task, record, actor, action)
  const answers: TaskActionAnswer[] = []
  const answered = await carryOut(deps, sql, matter, record, {
    ...request,
    ...(keep && {
      keep: (step) => {
        const answer = toAnswer(deps, step, actor, taskId, action)
        answers.push(answer)
        return keep(answer)
      },
    }),
  })
  return answers[0] ?? toAnswer(deps, answered, actor, taskId, action)
}

async function checkCurrent(
  { directory }: TaskCommandDeps,
  sql: Sql,
  { flow }: MatterVersion,
  { task, record }: { task: TaskRecord; record: CaseRecord },
  { type, version }: TaskAction,
): Promise<void> {
  if (task.state !== 'open') {
    const by = task.completedBy === null ? undefined : directory.person(task.completedBy)
    const detail = by ? `这个待办已由“${by.name}”办理。` : '这个待办已不再需要办理。'
    const changes = await changesSince(sql, record.id, version)
    throw new ServerError('TASK_CLOSED', { detail, taskId: task.id, version: record.version, changes })
  }
  if (record.version === version) return
  const since = await readHistorySince(sql, record.id, version)
  // What a return strikes out was shown to its sender; it may be more by now.
  const same = version >= task.caseVersion && version < record.version && type !== 'return'
  if (same && stillHolds(since, stepAccess(flow, task.elementId))) return
  throw new ServerError('TASK_CHANGED', { taskId: task.id, version: record.version, changes: describeChanges(since) })
}

function toCommand(
  deps: TaskCommandDeps,
  matter: MatterVersion,
  task: TaskRecord,
  record: CaseRecord,
  actor: Actor,
  action: TaskAction,
): CaseCommand {
  if (task.resubmit !== (action.type === 'resubmit') && !(task.resubmit && action.type === 'transfer')) {
    throw new ServerError('ACTION_NOT_ALLOWED', { taskId: task.id, action: action.type })
  }
  const { owner, shared } = taskSeat(record.instance, task.id)
  const onlyAdvice = owner !== undefined && action.type !== 'approve' && action.type !== 'reject'
  if (onlyAdvice || (action.type === 'claim' && !shared)) {
    throw new ServerError('ACTION_NOT_ALLOWED', { taskId: task.id, action: action.type })
  }
  const at = deps.clock()
  const complete = action.type === 'approve' || action.type === 'resubmit'
  const access = stepAccess(matter.flow, task.elementId)
  const filled = fillIn(matter.form, record.values, 'values' in action ? action.values : undefined, {
    access,
    at,
    complete,
  })
  const { id: taskId, elementId } = task
  const by = actor.person.id
  const rule = matter.flow.elements[elementId]?.approval?.opinion
  const act = { personId: by, taskId, elementId, opinion: action.opinion?.text.trim(), changes: filled.changes }
  const common = { ...(filled.values && { values: filled.values }) }
  const complete_ = (decision: string): Command => ({ type: 'complete', taskId, by, decision })
  switch (action.type) {
    case 'approve':
    case 'reject': {
      const { type: decision } = action
      if (owner !== undefined) {
        // It is advice: the 意见栏 waits for who decides.
        const toName = deps.directory.person(owner)?.name ?? owner
        return { ...common, command: complete_(decision), act: { ...act, kind: 'resolved', decision, toName } }
      }
      checkOpinion(rule, action.opinion, actor, { formal: true })
      const opinion = rule?.field && toKeptOpinion(rule.field, action.opinion, { taskId, decision, actor, at })
      return {
        ...common,
        command: complete_(decision),
        act: { ...act, kind: 'completed', decision },
        ...(opinion && { opinion }),
      }
    }
    case 'return': {
      checkOpinion(rule, action.opinion, actor, { formal: false })
      const { to, after } = action
      const toName = to === 'initiator' ? '申请人' : nameOfElement(matter.flow, to)
      const command: Command = { type: 'return', taskId, by, to, after }
      return { ...common, command, act: { ...act, kind: 'returned', decision: 'return', toName } }
    }
    case 'transfer':
    case 'delegate': {
      const { type, to } = action
      checkPeople(deps.directory, [to], by)
      const kind = type === 'transfer' ? 'transferred' : 'delegated'
      return {
        ...common,
        command: { type, taskId, by, to },
        act: { ...act, kind, toName: namePeople([to], deps.directory) },
      }
    }
    case 'addSigners':
    case 'removeSigners':
    case 'cc':
      return { ...common, ...toOthers(deps.directory, action, { taskId, by, act }) }
    case 'claim':
      return { ...common, command: { type: 'claim', taskId, by }, act: { ...act, kind: 'claimed' } }
    case 'resubmit':
      return { ...common, command: complete_('submit'), act: { ...act, kind: 'resubmitted', decision: 'submit' } }
  }
}

type ToOthers = Extract<TaskAction, { people: string[] }>

const HISTORY_KIND = { addSigners: 'signersAdded', removeSigners: 'signersRemoved', cc: 'copied' } as const

/** Asks more people, takes some away again, or sends copies. */
function toOthers(
  directory: Directory,
  action: ToOthers,
  { taskId, by, act }: { taskId: string; by: string; act: Omit<Act, 'kind'> },
): Pick<CaseCommand, 'command' | 'act'> {
  // Who has left the directory meanwhile may still be taken away.
  const people = action.type === 'removeSigners' ? action.people : checkPeople(directory, action.people, by)
  const command: Command =
    action.type === 'addSigners'
      ? { type: 'addSigners', taskId, by, people, how: action.how }
      : { type: action.type, taskId, by, people }
  return { command, act: { ...act, kind: HISTORY_KIND[action.type], toName: namePeople(people, directory) } }
}

function toAnswer(
  { directory }: TaskCommandDeps,
  step: Awaited<ReturnType<typeof carryOut>>,
  actor: Actor,
  taskId: string,
  action: TaskAction,
): TaskActionAnswer {
  const { record, matter } = step
  const others =
    'people' in action ? action.people : 'to' in action && action.type !== 'return' ? [action.to] : undefined
  const stop = action.type === 'claim' ? '' : others ? namePeople(others, directory) : nextStop(step, directory)
  const { taskIds } = canWithdraw(matter.flow, record.instance, actor.person.id)
  return {
    taskId,
    caseId: record.id,
    status: record.status,
    version: record.version,
    message: stop ? `${DONE[action.type]}，${others ? '给' : ''}${stop}` : DONE[action.type],
    canWithdraw: taskIds.includes(taskId),
  }
}
