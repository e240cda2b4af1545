import type { Sql } from '../db/sql.ts'
import type { Job, JobKind } from './job.ts'
import { openPayload, sealPayload } from './sealed-payload.ts'

interface JobRow {
  id: string
  kind: JobKind
  job_key: string
  case_id: string | null
  payload: string
  run_at: string
  attempts: number
  max_attempts: number
}

const COLUMNS = 'id, kind, job_key, case_id, payload, run_at, attempts, max_attempts'

/** Writes jobs; one whose key is there already is there already. */
export async function insertJobs(sql: Sql, jobs: readonly Job[]): Promise<void> {
  for (const { id, kind, key, caseId, payload, runAt, attempts, maxAttempts } of jobs) {
    await sql.insertNew('job', {
      id,
      kind,
      job_key: key,
      case_id: caseId,
      payload: sealPayload(sql, id, payload),
      run_at: runAt,
      attempts,
      max_attempts: maxAttempts,
      state: 'ready',
    })
  }
}

/** Takes what is due, for this worker alone until `leaseUntil`; what a dead worker held is due again when its lease ends. */
export async function leaseDueJobs(
  sql: Sql,
  { now, leaseUntil, worker, limit }: { now: string; leaseUntil: string; worker: string; limit: number },
): Promise<Job[]> {
  const rows = await sql.all<JobRow>(
    `SELECT ${COLUMNS} FROM job WHERE state = 'ready' AND run_at <= ? AND (lease_until IS NULL OR lease_until <= ?)
     ORDER BY run_at, id LIMIT ?`,
    [now, now, limit],
  )
  const leased: Job[] = []
  for (const row of rows) {
    const taken = await sql.run(
      `UPDATE job SET lease_until = ?, leased_by = ?, attempts = attempts + 1
       WHERE id = ? AND state = 'ready' AND (lease_until IS NULL OR lease_until <= ?)`,
      [leaseUntil, worker, row.id, now],
    )
    if (taken) leased.push({ ...toJob(sql, row), attempts: row.attempts + 1 })
  }
  return leased
}

/** Marks a leased job done. @returns false when another worker has it by now: then nothing else may be written */
export async function finishJob(sql: Sql, id: string, worker: string): Promise<boolean> {
  const count = await sql.run(
    "UPDATE job SET state = 'done', lease_until = NULL WHERE id = ? AND state = 'ready' AND leased_by = ?",
    [id, worker],
  )
  return count === 1
}

/** Puts a job that failed back, or away after its last try. @returns as `finishJob` */
export async function postponeJob(
  sql: Sql,
  id: string,
  worker: string,
  { state, runAt, error }: { state: 'ready' | 'failed'; runAt: string; error: string },
): Promise<boolean> {
  const count = await sql.run(
    `UPDATE job SET state = ?, run_at = ?, last_error = ?, lease_until = NULL, leased_by = NULL
     WHERE id = ? AND state = 'ready' AND leased_by = ?`,
    [state, runAt, error, id, worker],
  )
  return count === 1
}

function toJob(sql: Sql, row: JobRow): Job {
  return {
    id: row.id,
    kind: row.kind,
    key: row.job_key,
    caseId: row.case_id,
    payload: openPayload(sql, row.id, row.payload),
    runAt: row.run_at,
    attempts: row.attempts,
    maxAttempts: row.max_attempts,
  }
}
