import type { SqlValue } from '../db/sql.ts'
import type { JobKind } from './job.ts'
import type { JobDesk, ListedJob } from './listed-job.ts'

interface Row {
  id: string | number
  kind: JobKind
  payload: { key: string; caseId: string | null }
  run_at: Date
  attempts: number
  max_attempts: number
  last_error: string | null
}

const FAILED = 'j.attempts >= j.max_attempts AND j.locked_at IS NULL'
const SELECTED = `SELECT j.id, j.task_identifier AS kind, p.payload, j.run_at, j.attempts, j.max_attempts, j.last_error
  FROM graphile_worker.jobs j JOIN graphile_worker._private_jobs p ON p.id = j.id`
const IS_ID = /^\d{1,18}$/

/**
 * Jobs of graphile-worker, by its own numbers.
 *
 * @param toWorldTime when PostgreSQL's clock shows an instant of ours
 */
export function graphileDesk(toWorldTime: (instant: string) => string): JobDesk {
  return {
    async list(sql, { state, before, limit }) {
      const where = [state === 'failed' ? FAILED : 'j.attempts < j.max_attempts']
      const values: SqlValue[] = []
      if (before !== undefined) {
        where.push('j.id < ?::bigint')
        values.push(IS_ID.test(before) ? before : '0')
      }
      const text = `${SELECTED} WHERE ${where.join(' AND ')} ORDER BY j.id DESC LIMIT ?`
      return (await sql.all<Row>(text, [...values, limit])).map(toListed)
    },
    async findFailed(sql, id) {
      if (!IS_ID.test(id)) return undefined
      const row = await sql.first<Row>(`${SELECTED} WHERE j.id = ?::bigint AND ${FAILED}`, [id])
      return row && toListed(row)
    },
    async retry(sql, id, at) {
      const text = `SELECT id FROM graphile_worker.reschedule_jobs(ARRAY[?::bigint], run_at => ?::timestamptz, attempts => 0)`
      return (await sql.all(text, [id, toWorldTime(at)])).length === 1
    },
    async discard(sql, id) {
      return (await sql.all('SELECT id FROM graphile_worker.complete_jobs(ARRAY[?::bigint])', [id])).length === 1
    },
  }
}

function toListed(row: Row): ListedJob {
  return {
    id: String(row.id),
    kind: row.kind,
    key: row.payload.key,
    caseId: row.payload.caseId,
    runAt: new Date(row.run_at).toISOString(),
    attempts: row.attempts,
    maxAttempts: row.max_attempts,
    error: row.last_error,
  }
}
