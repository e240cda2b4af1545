import type { SqlValue } from '../db/sql.ts'
import type { JobKind } from './job.ts'
import type { JobDesk, ListedJob } from './listed-job.ts'

interface Row {
  id: string
  kind: JobKind
  job_key: string
  case_id: string | null
  run_at: string
  attempts: number
  max_attempts: number
  last_error: string | null
}

const COLUMNS = 'id, kind, job_key, case_id, run_at, attempts, max_attempts, last_error'

/** Jobs of the leased table. */
export const leasedDesk: JobDesk = {
  async list(sql, { state, before, limit }) {
    const values: SqlValue[] = [state === 'failed' ? 'failed' : 'ready']
    if (before !== undefined) values.push(before)
    const rows = await sql.all<Row>(
      `SELECT ${COLUMNS} FROM job WHERE state = ?${before === undefined ? '' : ' AND id < ?'} ORDER BY id DESC LIMIT ?`,
      [...values, limit],
    )
    return rows.map(toListed)
  },
  async findFailed(sql, id) {
    const row = await sql.first<Row>(`SELECT ${COLUMNS} FROM job WHERE id = ? AND state = 'failed'`, [id])
    return row && toListed(row)
  },
  async retry(sql, id, at) {
    const text = `UPDATE job SET state = 'ready', run_at = ?, attempts = 0, lease_until = NULL, leased_by = NULL
      WHERE id = ? AND state = 'failed'`
    return (await sql.run(text, [at, id])) === 1
  },
  async discard(sql, id) {
    return (await sql.run(`DELETE FROM job WHERE id = ? AND state = 'failed'`, [id])) === 1
  },
}

function toListed(row: Row): ListedJob {
  return {
    id: row.id,
    kind: row.kind,
    key: row.job_key,
    caseId: row.case_id,
    runAt: row.run_at,
    attempts: row.attempts,
    maxAttempts: row.max_attempts,
    error: row.last_error,
  }
}
