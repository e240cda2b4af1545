import { placeholders, type Sql, type SqlValue } from '../../db/sql.ts'
import type { CaseRecord } from '../cases/case-record.ts'
import { CASE_COLUMNS, type CaseRow, toCase } from '../cases/case-repository.ts'
import type { TaskRecord, TaskState } from './task-record.ts'

export interface TaskRow {
  id: string
  person_id: string
  case_id: string
  matter_key: string
  matter_title: string
  element_id: string
  element_name: string
  title: string
  digest: string
  previous: string | null
  state: TaskState
  received_at: string
  due_at: string | null
  due_order: string
  completed_at: string | null
  completed_by: string | null
  decision: string | null
  returned: number
  undone: number
  resubmit: number
  round: number
  seat: number
  seats: number
  seat_type: string
  batchable: number
  case_version: number
}

/** Said so that no database looks for it among all open tasks: the rows are found by the id of the task or of the case. */
const IS_OPEN = "coalesce(state, '') = 'open'"

/** Sorts after every due date. */
const NO_DUE_DATE = '9999-12-31T00:00:00.000Z'

const COLUMNS: ReadonlyArray<keyof TaskRow> = [
  'id',
  'person_id',
  'case_id',
  'matter_key',
  'matter_title',
  'element_id',
  'element_name',
  'title',
  'digest',
  'previous',
  'state',
  'received_at',
  'due_at',
  'due_order',
  'completed_at',
  'completed_by',
  'decision',
  'returned',
  'undone',
  'resubmit',
  'round',
  'seat',
  'seats',
  'seat_type',
  'batchable',
  'case_version',
]

/** For queries that join tasks: `t.id, t.person_id, …`. */
export const TASK_COLUMNS = COLUMNS.map((column) => `t.${column}`).join(', ')

const TASK_AND_CASE = `SELECT (SELECT owner_id FROM stored_file WHERE id = ? AND removed_at IS NULL) AS signature_owner,
  ${COLUMNS.map((column) => `t.${column} AS task_${column}`).join(', ')}, ${CASE_COLUMNS}
  FROM task t JOIN case_instance c ON c.id = t.case_id WHERE t.id = ? AND t.person_id = ?`

type TaskAndCaseRow = { signature_owner: string | null } & { [C in keyof TaskRow as `task_${C}`]: TaskRow[C] } & CaseRow

/**
 * A person's task with its case, and who owns the picture of the signature that comes with the decision; all in one statement.
 */
export async function findTaskWithCase(
  sql: Sql,
  taskId: string,
  personId: string,
  signature?: string,
): Promise<{ task: TaskRecord; record: CaseRecord; signatureOwner: string | null } | undefined> {
  const row = await sql.first<TaskAndCaseRow>(TASK_AND_CASE, [signature ?? null, taskId, personId])
  if (!row) return undefined
  const task = {} as Record<keyof TaskRow, unknown>
  for (const column of COLUMNS) task[column] = row[`task_${column}`]
  return {
    task: toTask(task as unknown as TaskRow),
    record: toCase(row, sql.vault),
    signatureOwner: row.signature_owner,
  }
}

/** Writes new tasks in one statement. */
export async function insertTasks(sql: Sql, tasks: readonly TaskRecord[]): Promise<void> {
  if (tasks.length === 0) return
  const values = tasks.flatMap((task) => {
    const row = toRow(task)
    return COLUMNS.map((column) => row[column])
  })
  await sql.run(`INSERT INTO task (${COLUMNS.join(', ')}) VALUES ${placeholders(tasks.length, COLUMNS.length)}`, values)
}

export interface TaskEnds {
  at: string
  completed: ReadonlyArray<{ taskId: string; by: string; decision: string }>
  /** Open tasks that nobody needs any more. */
  cancelled: readonly string[]
  /** Id of the file with the signature under what was completed. */
  signature?: string | undefined
}

/**
 * Ends open tasks in one statement: a completed one is `done` for who did it and `closed` for the other candidates, a
 * cancelled one is `closed` for all.
 */
export async function endTasks(sql: Sql, { at, completed, cancelled, signature }: TaskEnds): Promise<void> {
  const ids = [...completed.map(({ taskId }) => taskId), ...cancelled]
  if (ids.length === 0) return
  const values: SqlValue[] = []
  const choose = (pick: (one: TaskEnds['completed'][number]) => SqlValue[], branch: string, otherwise: string) => {
    if (completed.length === 0) return otherwise
    for (const one of completed) values.push(...pick(one))
    return `CASE ${completed.map(() => branch).join(' ')} ELSE ${otherwise} END`
  }
  const byTask = 'WHEN id = ? THEN ?'
  const state = choose(({ taskId, by }) => [taskId, by], "WHEN id = ? AND person_id = ? THEN 'done'", "'closed'")
  const decision = choose((one) => [one.taskId, one.decision], byTask, 'NULL')
  const completedBy = choose((one) => [one.taskId, one.by], byTask, 'NULL')
  const signed = choose(({ taskId }) => [taskId, signature ?? null], byTask, 'NULL')
  await sql.run(
    `UPDATE task SET state = ${state}, decision = ${decision}, completed_by = ${completedBy}, signature = ${signed},
     completed_at = ? WHERE ${IS_OPEN} AND id IN (${ids.map(() => '?').join(', ')})`,
    [...values, at, ...ids],
  )
}

export interface TaskTransfer {
  taskId: string
  from: string
  to: string
  at: string
  previous: string | null
  /** Version of the case after the transfer. */
  caseVersion: number
}

/** Gives an open task to somebody else: the others who had it have it no longer. */
export async function transferTask(
  sql: Sql,
  { taskId, from, to, at, previous, caseVersion }: TaskTransfer,
): Promise<void> {
  await sql.run(`UPDATE task SET state = 'closed', completed_at = ? WHERE id = ? AND ${IS_OPEN}`, [at, taskId])
  await sql.run('DELETE FROM task WHERE id = ? AND person_id = ?', [taskId, to])
  const changed: Partial<Record<keyof TaskRow, SqlValue>> = {
    person_id: to,
    previous,
    state: 'open',
    received_at: at,
    case_version: caseVersion,
    completed_at: null,
    completed_by: null,
    decision: null,
  }
  const selected = COLUMNS.map((column) => (Object.hasOwn(changed, column) ? '?' : column))
  await sql.run(
    `INSERT INTO task (${COLUMNS.join(', ')}) SELECT ${selected.join(', ')} FROM task WHERE id = ? AND person_id = ?`,
    [...COLUMNS.flatMap((column) => (Object.hasOwn(changed, column) ? [changed[column] ?? null] : [])), taskId, from],
  )
}

/** Leaves an open task to one of its candidates. */
export async function claimTask(
  sql: Sql,
  { taskId, by, at }: { taskId: string; by: string; at: string },
): Promise<void> {
  await sql.run(`UPDATE task SET state = 'closed', completed_at = ? WHERE id = ? AND person_id <> ? AND ${IS_OPEN}`, [
    at,
    taskId,
    by,
  ])
}

/** Marks completed tasks whose decision does not count any more. */
export async function markTasksUndone(sql: Sql, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql.run(`UPDATE task SET undone = 1 WHERE id IN (${ids.map(() => '?').join(', ')})`, ids)
}

/** Open tasks of a case: a row a receiver. */
export async function readOpenTasks(sql: Sql, caseId: string): Promise<TaskRecord[]> {
  const rows = await sql.all<TaskRow>(
    `SELECT ${TASK_COLUMNS} FROM task t WHERE t.case_id = ? AND ${IS_OPEN} ORDER BY t.received_at, t.id, t.person_id`,
    [caseId],
  )
  return rows.map(toTask)
}

/** All rows that a person has had in a case. */
export async function readTasksOf(sql: Sql, caseId: string, personId: string): Promise<TaskRecord[]> {
  const rows = await sql.all<TaskRow>(
    `SELECT ${TASK_COLUMNS} FROM task t WHERE t.case_id = ? AND t.person_id = ? ORDER BY t.received_at, t.id`,
    [caseId, personId],
  )
  return rows.map(toTask)
}

export function toTask(row: TaskRow): TaskRecord {
  return {
    id: row.id,
    personId: row.person_id,
    caseId: row.case_id,
    matterKey: row.matter_key,
    matterTitle: row.matter_title,
    elementId: row.element_id,
    elementName: row.element_name,
    title: row.title,
    digest: row.digest,
    previous: row.previous,
    state: row.state,
    receivedAt: row.received_at,
    dueAt: row.due_at,
    completedAt: row.completed_at,
    completedBy: row.completed_by,
    decision: row.decision,
    returned: row.returned === 1,
    undone: row.undone === 1,
    resubmit: row.resubmit === 1,
    round: row.round,
    seat: row.seat,
    seats: row.seats,
    seatType: row.seat_type,
    batchable: row.batchable === 1,
    caseVersion: row.case_version,
  }
}

function toRow(task: TaskRecord): TaskRow {
  return {
    id: task.id,
    person_id: task.personId,
    case_id: task.caseId,
    matter_key: task.matterKey,
    matter_title: task.matterTitle,
    element_id: task.elementId,
    element_name: task.elementName,
    title: task.title,
    digest: task.digest,
    previous: task.previous,
    state: task.state,
    received_at: task.receivedAt,
    due_at: task.dueAt,
    due_order: task.dueAt ?? NO_DUE_DATE,
    completed_at: task.completedAt,
    completed_by: task.completedBy,
    decision: task.decision,
    returned: Number(task.returned),
    undone: Number(task.undone),
    resubmit: Number(task.resubmit),
    round: task.round,
    seat: task.seat,
    seats: task.seats,
    seat_type: task.seatType,
    batchable: Number(task.batchable),
    case_version: task.caseVersion,
  }
}

/** Gives a case's open tasks the steps that they are in another version of its flow; one without such a step stays. */
export async function moveOpenTasks(
  sql: Sql,
  caseId: string,
  stepNow: (elementId: string) => { id: string; name: string } | undefined,
): Promise<void> {
  const open = await sql.all<{ id: string; element_id: string; element_name: string }>(
    `SELECT DISTINCT id, element_id, element_name FROM task WHERE case_id = ? AND ${IS_OPEN}`,
    [caseId],
  )
  for (const { id, element_id, element_name } of open) {
    const now = stepNow(element_id)
    if (!now || (now.id === element_id && now.name === element_name)) continue
    await sql.run(`UPDATE task SET element_id = ?, element_name = ? WHERE id = ? AND ${IS_OPEN}`, [
      now.id,
      now.name,
      id,
    ])
  }
}
