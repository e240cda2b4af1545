import type { Instance } from '@zhupi/flows'
import type { Database } from '../../src/db/database.ts'
import { verifyHistory } from '../../src/features/cases/verify-history.ts'
import type { Stored, StoredRecord } from './laws.ts'

/** Reads what the laws are about, past the server's own services. */
export async function readStored(db: Database): Promise<Stored> {
  const cases = await db.read.all<{ id: string; status: string; instance: string }>(
    'SELECT id, status, instance FROM case_instance ORDER BY id',
  )
  const history = await db.read.all<StoredRecord>(
    `SELECT case_id AS "caseId", kind, element_id AS "elementId", task_id AS "taskId", idempotency_key AS "key", response
     FROM history ORDER BY case_id, seq`,
  )
  const openTasks = await db.read.all<{ id: string; caseId: string }>(
    `SELECT id, case_id AS "caseId" FROM task WHERE state = 'open' ORDER BY id`,
  )
  const { broken } = await verifyHistory(db)
  return {
    cases: cases.map(({ id, status, instance }) => {
      const { timers, services }: Instance = JSON.parse(instance)
      return { id, status, timers: timers.map((one) => one.id), services: services.map((one) => one.id) }
    }),
    history,
    openTasks,
    waitingJobs: await readWaitingJobs(db),
    brokenChains: broken.map(({ caseId }) => caseId),
  }
}

async function readWaitingJobs({ kind, read }: Database): Promise<string[]> {
  const text =
    kind === 'postgres'
      ? 'SELECT key AS "jobKey" FROM graphile_worker.jobs WHERE attempts < max_attempts'
      : `SELECT job_key AS "jobKey" FROM job WHERE state = 'ready'`
  return (await read.all<{ jobKey: string }>(text)).map(({ jobKey }) => jobKey)
}
