import { randomUUID } from 'node:crypto'
import type { HandDriver, Query, Row } from './hand-driver.ts'

/** The two commands of an office, as hand-written transactions: the same rows read and written, and nothing decided. */
export interface HandWork {
  /** Applies. @returns the id of the task that comes of it */
  submit(): Promise<string>
  /** Approves: the next task, its timer and the history come of it. */
  approve(taskId: string): Promise<void>
}

/** Rows as the server has made them for one application and one approval; by hand they are written again under other ids. */
interface Models {
  case: Row
  task: Row
  next: Row
  started: Row
  completed: Row
  job: Row
  counter: string
}

const UPDATE_CASE = `UPDATE case_instance SET status = ?, version = ?, round = ?, title = ?, digest = ?, form_values = ?, instance = ?,
  opinions = ?, waiting = ?, ended_at = ?, updated_at = ?, history_seq = ?, history_head = ?
  WHERE id = ? AND version = ? AND history_seq = ?`
const UPDATE_TASK = `UPDATE task SET state = 'done', decision = ?, completed_by = ?, signature = ?, completed_at = ?
  WHERE state = 'open' AND id = ?`
const ADD_JOB = 'SELECT graphile_worker.add_job(?, ?::json, NULL, ?::timestamptz, ?::int, ?)'

/**
 * No flow, no form, no hash, no rights: what a program would write that knew the outcome beforehand.
 *
 * @param caseId a case of the server with one application and one approval, still open
 */
export async function workByHand(driver: HandDriver, caseId: string): Promise<HandWork> {
  const models = await driver.transact((query) => readModels(driver.kind, query, caseId))
  const columns = Object.fromEntries(
    Object.entries(models).flatMap(([name, row]) => (typeof row === 'string' ? [] : [[name, Object.keys(row)]])),
  )
  const insert = (query: Query, table: string, model: Exclude<keyof Models, 'counter'>, changed: Row) => {
    const names = columns[model] ?? []
    return query(insertOf(table, names), Object.values({ ...models[model], ...changed }))
  }
  const addTimer = (query: Query, at: string) => {
    const key = `timer:${randomUUID()}`
    if (driver.kind === 'sqlite')
      return insert(query, 'job', 'job', { id: randomUUID(), job_key: key, case_id: caseId })
    const kept = JSON.stringify({ id: randomUUID(), key, caseId, payload: { timerId: key }, runAt: at })
    return query(ADD_JOB, ['timer', kept, String(models.job.run_at), 10, key])
  }

  return {
    submit: () =>
      driver.transact(async (query) => {
        const at = new Date().toISOString()
        await query('UPDATE number_counter SET last_value = last_value + 1 WHERE counter_key = ?', [models.counter])
        await query('SELECT last_value FROM number_counter WHERE counter_key = ?', [models.counter])
        await query('DELETE FROM draft WHERE person_id = ? AND matter_key = ?', ['office-clerk', 'leave'])
        const [id, taskId] = [randomUUID(), randomUUID()]
        await insert(query, 'case_instance', 'case', { id, number: id, version: 1, history_seq: 1, started_at: at })
        await insert(query, 'task', 'task', { id: taskId, case_id: id, received_at: at })
        await insert(query, 'history', 'started', { id: randomUUID(), case_id: id, at })
        await addTimer(query, at)
        return taskId
      }),
    approve: (taskId) =>
      driver.transact(async (query) => {
        const [found] = await query(
          'SELECT t.element_id, t.state, c.* FROM task t JOIN case_instance c ON c.id = t.case_id WHERE t.id = ? AND t.person_id = ?',
          [taskId, 'office-head'],
        )
        if (!found) throw new Error(`No task ${taskId}`)
        const at = new Date().toISOString()
        const { id = null, version = 0, title = '', digest = '' } = found
        const { instance = '', opinions = '', waiting = '', form_values = '', history_head = '' } = models.case
        await query(UPDATE_CASE, [
          ...['running', 2, 1, title, digest, form_values, instance, opinions, waiting, null, at, 2, history_head],
          ...[id, version, 1],
        ])
        await query(UPDATE_TASK, ['approve', 'office-head', null, at, taskId])
        await insert(query, 'task', 'next', { id: randomUUID(), case_id: id, received_at: at })
        await insert(query, 'history', 'completed', { id: randomUUID(), case_id: id, at })
        await addTimer(query, at)
      }),
  }
}

async function readModels(kind: HandDriver['kind'], query: Query, caseId: string): Promise<Models> {
  const one = async (text: string, values: string[] = [caseId]) => {
    const [row] = await query(text, values)
    if (!row) throw new Error(`Nothing found by ${text}`)
    return row
  }
  const task = (element: string) => one('SELECT * FROM task WHERE case_id = ? AND element_id = ?', [caseId, element])
  const history = (kind: string) => one('SELECT * FROM history WHERE case_id = ? AND kind = ?', [caseId, kind])
  const counter = await one('SELECT * FROM number_counter', [])
  const head = await task('head')
  return {
    case: await one('SELECT * FROM case_instance WHERE id = ?'),
    task: { ...head, state: 'open', decision: null, completed_by: null, completed_at: null },
    next: await task('deputy'),
    started: await history('started'),
    completed: await history('completed'),
    job:
      kind === 'sqlite'
        ? await one('SELECT * FROM job WHERE case_id = ?')
        : { run_at: new Date(Date.now() + 7 * 86_400_000).toISOString() },
    counter: String(counter.counter_key),
  }
}

function insertOf(table: string, columns: readonly string[]): string {
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
}
