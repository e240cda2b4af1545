import { canWithdraw } from '@zhupi/flows'
import type { z } from 'zod'
import type { Sql } from '../../db/sql.ts'
import { ServerError } from '../../errors.ts'
import { type Actor, isSystemAdministrator } from '../../http/actor.ts'
import { checkPeople } from '../directory/check-people.ts'
import { namePeople } from '../directory/name-people.ts'
import type { Notice } from '../notifications/notice.ts'
import type { TaskRecord } from '../tasks/task-record.ts'
import { readOpenTasks } from '../tasks/task-repository.ts'
import { type CommandDeps, carryOut } from './case-commands.ts'
import type { CaseForReader } from './case-for-reader.ts'
import type { CaseRecord } from './case-record.ts'
import { updateCase } from './case-repository.ts'
import type { CaseAction, CaseActionRequest } from './case-schema.ts'
import { insertCopies } from './copy-repository.ts'
import { nameOfElement } from './element-name.ts'
import { appendHistory, type HistoryDraft } from './history-chain.ts'
import { insertHistory, type KeyedAnswer } from './history-repository.ts'

type Request = z.output<typeof CaseActionRequest>

/** What the reader may do with the case as a whole. */
export function caseActions({ record, matter, own }: CaseForReader, actor: Actor): Array<z.input<typeof CaseAction>> {
  const actions: Array<z.input<typeof CaseAction>> = []
  if (record.archivedAt !== undefined) return matter.form.paper ? ['print'] : []
  const administrates = isSystemAdministrator(actor)
  if (record.status === 'running') {
    const { initiator, taskIds } = canWithdraw(matter.flow, record.instance, actor.person.id)
    if (initiator || taskIds.length > 0) actions.push('withdraw')
    if (own) actions.push('urge')
    if (administrates) actions.push('suspend', 'jump')
  }
  if (record.status === 'suspended' && administrates) actions.push('resume')
  if (isOpen(record) && administrates) actions.push('terminate')
  if (own) actions.push('cc')
  actions.push('comment')
  if (matter.form.paper) actions.push('print')
  return actions
}

/**
 * Does an act on a case as a whole.
 *
 * @throws ServerError `CASE_ARCHIVED`, `CASE_ENDED`, `CASE_CHANGED`, `FORBIDDEN`, `PERSON_NOT_FOUND`; FlowError `WITHDRAW_TOO_LATE`,
 *   `RETURN_TARGET_INVALID`, `INSTANCE_SUSPENDED`
 */
export async function actOnCase(
  deps: CommandDeps,
  sql: Sql,
  found: CaseForReader,
  actor: Actor,
  request: Request,
  keyed: KeyedAnswer | undefined,
): Promise<void> {
  const { record, matter, own } = found
  if (record.archivedAt !== undefined) throw new ServerError('CASE_ARCHIVED', { caseId: record.id })
  if (!isOpen(record) && request.type !== 'comment' && request.type !== 'cc')
    throw new ServerError('CASE_ENDED', { caseId: record.id })
  const by = actor.person.id
  const keep = keyed && { keep: () => keyed }
  switch (request.type) {
    case 'withdraw': {
      const { taskId, version } = request
      if (version !== undefined && version !== record.version)
        throw new ServerError('CASE_CHANGED', { version: record.version })
      if (taskId === undefined && !own) throw new ServerError('FORBIDDEN', { caseId: record.id })
      const command = { type: 'withdraw' as const, by, ...(taskId !== undefined && { taskId }) }
      await carryOut(deps, sql, matter, record, { command, act: { kind: 'withdrawn', personId: by, taskId }, ...keep })
      return
    }
    case 'terminate': {
      checkAdministrator(actor, record)
      const command = { type: 'terminate' as const, by, reason: request.reason }
      const act = { kind: 'ended' as const, personId: by, decision: 'terminate', opinion: request.reason }
      await carryOut(deps, sql, matter, record, { command, act, ...keep })
      return
    }
    case 'urge': {
      if (!own) throw new ServerError('FORBIDDEN', { caseId: record.id })
      const draft = { ...said(actor), kind: 'urged' as const, opinion: request.text ?? null }
      await remark(deps, sql, record, draft, { keyed, notices: urgedTasks(await readOpenTasks(sql, record.id), by) })
      return
    }
    case 'suspend': {
      checkAdministrator(actor, record)
      const command = { type: 'suspend' as const, by, reason: request.reason }
      const act = { kind: 'suspended' as const, personId: by, opinion: request.reason }
      await carryOut(deps, sql, matter, record, { command, act, ...keep })
      return
    }
    case 'resume': {
      checkAdministrator(actor, record)
      const act = { kind: 'resumed' as const, personId: by, ...(request.text && { opinion: request.text }) }
      await carryOut(deps, sql, matter, record, { command: { type: 'resume', by }, act, ...keep })
      return
    }
    case 'jump': {
      checkAdministrator(actor, record)
      const { from, to, reason, version } = request
      if (version !== record.version) throw new ServerError('CASE_CHANGED', { version: record.version })
      const toName = nameOfElement(matter.flow, to)
      const act = { kind: 'jumped' as const, personId: by, elementId: from, toName, opinion: reason }
      await carryOut(deps, sql, matter, record, { command: { type: 'jump', by, from, to }, act, ...keep })
      return
    }
    case 'cc': {
      if (!own) throw new ServerError('FORBIDDEN', { caseId: record.id })
      const people = checkPeople(deps.directory, request.people, by)
      const toName = namePeople(people, deps.directory)
      const draft = { ...said(actor), kind: 'copied' as const, toName, opinion: request.text ?? null }
      await remark(deps, sql, record, draft, { keyed, notices: [{ kind: 'copied', to: people }] })
      const sent = { caseId: record.id, elementId: null, sentBy: by, sentAt: deps.clock() }
      await insertCopies(
        sql,
        people.map((personId) => ({ ...sent, personId })),
      )
      return
    }
    case 'comment':
      await remark(deps, sql, record, { ...said(actor), kind: 'commented', opinion: request.text }, { keyed })
  }
}

function isOpen({ status }: CaseRecord): boolean {
  return status === 'running' || status === 'suspended'
}

function checkAdministrator(actor: Actor, { id }: CaseRecord): void {
  if (!isSystemAdministrator(actor)) throw new ServerError('FORBIDDEN', { caseId: id })
}

function said({ person, unit }: Actor): Partial<HistoryDraft> {
  return { personId: person.id, personName: person.name, unitName: unit.name }
}

/** Whoever has one of the open tasks is asked for haste. */
function urgedTasks(rows: readonly TaskRecord[], by: string): Notice[] {
  return rows
    .filter(({ personId }) => personId !== by)
    .map(({ id, personId, elementName }) => ({ kind: 'urged', to: [personId], task: id, element: elementName }))
}

/** Adds to the history only. The version stays: whoever decides meanwhile need not look again. */
async function remark(
  { clock, newId }: CommandDeps,
  sql: Sql,
  record: CaseRecord,
  draft: HistoryDraft,
  kept: { keyed: KeyedAnswer | undefined; notices?: readonly Notice[] },
): Promise<void> {
  const at = clock()
  const context = { caseId: record.id, caseVersion: record.version, at, newId }
  const { records, head } = appendHistory(record.head, [draft], context)
  await updateCase(sql, { ...record, head, updatedAt: at }, record)
  await insertHistory(sql, records, kept)
}
