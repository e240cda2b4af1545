import { type AccessMap, type FormDefinition, levelOf, walkFields } from '@zhupi/forms'
import type { z } from 'zod'
import type { Database } from '../../db/database.ts'
import type { Sql } from '../../db/sql.ts'
import { ServerError } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import { caseActions } from '../cases/case-actions.ts'
import type { CommandDeps } from '../cases/case-commands.ts'
import { readCaseFor } from '../cases/case-for-reader.ts'
import { presentForecast } from '../cases/case-forecast.ts'
import { presentCase } from '../cases/case-presenter.ts'
import { createFlowContext, factsOf } from '../cases/flow-context.ts'
import { readHistory } from '../cases/history-repository.ts'
import { personRef } from '../directory/person-ref.ts'
import { readLimitUsages } from '../matters/limit-usages.ts'
import { dueInWorkdays } from './due-in-workdays.ts'
import { stepAccess } from './step-access.ts'
import { presentReturnTargets, taskActions } from './task-actions.ts'
import { findTaskWithCase, readOpenTasks } from './task-repository.ts'
import type { Task } from './task-schema.ts'
import { taskSeat } from './task-seat.ts'

/**
 * All that the task page needs.
 *
 * @throws ServerError `TASK_NOT_FOUND` when it is not one of the person's
 */
export async function readTaskPage(
  deps: CommandDeps & { db: Database },
  actor: Actor,
  taskId: string,
): Promise<z.input<typeof Task>> {
  const { db, definitions, directory, calendar, clock, newId } = deps
  const own = await findTaskWithCase(db.read, taskId, actor.person.id)
  if (!own) throw new ServerError('TASK_NOT_FOUND', { taskId })
  const { task } = own
  const found = await readCaseFor(db.read, definitions, actor, task.caseId)
  const { record, matter } = found
  const history = await readHistory(db.read, record.id)
  const openTasks = await readOpenTasks(db.read, record.id)
  const at = clock()
  const context = createFlowContext(record, { directory, calendar, at, newId })
  const forecast = record.status === 'running' ? presentForecast(matter, record.instance, context, directory) : []
  const parts = { task, record, matter, forecast, history, directory }
  const open = task.state === 'open' && record.status === 'running'
  const targets = open ? presentReturnTargets(parts) : []
  const approval = matter.flow.elements[task.elementId]?.approval
  const seat = taskSeat(record.instance, task.id)
  const { unit } = actor
  return {
    id: task.id,
    version: record.version,
    state: task.state,
    element: { id: task.elementId, name: task.elementName },
    resubmit: task.resubmit,
    round: task.round,
    seat: { index: task.seat, of: task.seats, type: task.seatType },
    openedAt: task.receivedAt,
    dueAt: task.dueAt,
    dueInWorkdays: dueInWorkdays(calendar, approval?.due, task.dueAt, at),
    case: presentCase(
      { ...found, history, openTasks, actions: caseActions(found, actor), jump: null, migrate: null },
      actor.person.id,
      directory,
    ),
    access: open ? wholeAccess(matter.form, stepAccess(matter.flow, task.elementId)) : found.access,
    opinion: {
      field: approval?.opinion.field ?? null,
      required: approval?.opinion.required ?? false,
      signature: approval?.opinion.signature ?? false,
      seal: approval?.opinion.seal ?? false,
      seals: unit.seal ? [{ id: unit.id, name: unit.name, shortName: unit.shortName }] : [],
      phrases: matter.matter.phrases,
    },
    actions: open ? taskActions(parts, targets) : [],
    delegatedBy: seat.owner === undefined ? null : personRef(directory, seat.owner).name,
    signers: seat.added.map((id) => personRef(directory, id)),
    waits: seat.waits,
    returnTargets: targets,
    forecast: forecast.filter(({ element }) => element.id !== task.elementId),
    limits: await readLimitUsages(db.read, definitions, matter, {
      values: record.values,
      initiator: factsOf(directory, record.initiatorId),
      at,
    }),
    neighbours: await readNeighbours(db.read, actor.person.id, taskId),
  }
}

/** Every field by name, so that nobody who reads it has to know what `*` stands for. */
export function wholeAccess(form: FormDefinition, access: AccessMap): AccessMap {
  const whole: AccessMap = {}
  for (const { path } of walkFields(form)) whole[path] = levelOf(access, path)
  return whole
}

/** Longer inboxes are not walked through one by one. */
const MAX_NEIGHBOURS = 500

/** The tasks before and after in the inbox. */
async function readNeighbours(sql: Sql, personId: string, taskId: string) {
  const rows = await sql.all<{ id: string }>(
    `SELECT id FROM task WHERE person_id = ? AND state = 'open' ORDER BY due_order, received_at, id LIMIT ?`,
    [personId, MAX_NEIGHBOURS],
  )
  const ids = rows.map(({ id }) => id)
  const index = ids.indexOf(taskId)
  return {
    previous: index > 0 ? (ids[index - 1] ?? null) : null,
    next: index >= 0 ? (ids[index + 1] ?? null) : (ids[0] ?? null),
    index: index + 1,
    total: ids.length,
  }
}
