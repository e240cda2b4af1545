import { canWithdraw } from '@zhupi/flows'
import type { z } from 'zod'
import type { Sql } from '../../db/sql.ts'
import { ServerError } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import { type CommandDeps, carryOut } from './case-commands.ts'
import type { CaseForReader } from './case-for-reader.ts'
import type { CaseRecord } from './case-record.ts'
import { updateCase } from './case-repository.ts'
import type { CaseAction, CaseActionRequest } from './case-schema.ts'
import { appendHistory, type HistoryDraft } from './history-chain.ts'
import { insertHistory, type KeyedAnswer } from './history-repository.ts'

type Request = z.output<typeof CaseActionRequest>

/** Role of those who may end a case that runs on by mistake. */
const TERMINATOR = '系统管理员'

/** What the reader may do with the case as a whole. */
export function caseActions(
  { record, matter, own }: CaseForReader,
  { person }: Actor,
): Array<z.input<typeof CaseAction>> {
  const actions: Array<z.input<typeof CaseAction>> = []
  if (record.status === 'running') {
    const { initiator, taskIds } = canWithdraw(matter.flow, record.instance, person.id)
    if (initiator || taskIds.length > 0) actions.push('withdraw')
    if (own) actions.push('urge')
    if (person.roles.includes(TERMINATOR)) actions.push('terminate')
  }
  if (matter.form.paper) actions.push('print')
  return actions
}

/**
 * Does an act on a case as a whole.
 *
 * @throws ServerError `CASE_ENDED`, `CASE_CHANGED`, `FORBIDDEN`; FlowError `WITHDRAW_TOO_LATE`
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
  if (record.status !== 'running' && request.type !== 'comment')
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
      if (!actor.person.roles.includes(TERMINATOR)) throw new ServerError('FORBIDDEN', { caseId: record.id })
      const command = { type: 'terminate' as const, by, reason: request.reason }
      const act = { kind: 'ended' as const, personId: by, decision: 'terminate', opinion: request.reason }
      await carryOut(deps, sql, matter, record, { command, act, ...keep })
      return
    }
    case 'urge': {
      if (!own) throw new ServerError('FORBIDDEN', { caseId: record.id })
      await remark(deps, sql, record, { ...said(actor), kind: 'urged', opinion: request.text ?? null }, keyed)
      return
    }
    case 'comment':
      await remark(deps, sql, record, { ...said(actor), kind: 'commented', opinion: request.text }, keyed)
  }
}

function said({ person, unit }: Actor): Partial<HistoryDraft> {
  return { personId: person.id, personName: person.name, unitName: unit.name }
}

/** Adds to the history only. The version stays: whoever decides meanwhile need not look again. */
async function remark(
  { clock, newId }: CommandDeps,
  sql: Sql,
  record: CaseRecord,
  draft: HistoryDraft,
  keyed: KeyedAnswer | undefined,
): Promise<void> {
  const at = clock()
  const context = { caseId: record.id, caseVersion: record.version, at, newId }
  const { records, head } = appendHistory(record.head, [draft], context)
  await updateCase(sql, { ...record, head, updatedAt: at }, record)
  await insertHistory(sql, records, keyed)
}
