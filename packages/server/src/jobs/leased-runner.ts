import { type Clock, later } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { Job } from './job.ts'
import { type JobRunner, type JobRunnerDeps, LEASE_MS, nextTry } from './job-queue.ts'
import { finishJob, leaseDueJobs, postponeJob } from './leased-table.ts'

const BATCH = 20
const POLL_MS = 1000

/** Runs jobs from the leased table `job`. Any number of runners may share it; a killed one loses nothing. */
export function createLeasedRunner(deps: JobRunnerDeps & { db: Database; clock: Clock }): JobRunner {
  const { db, clock, onError } = deps
  const worker = deps.newId()
  const handlers = new Map(deps.handlers.map((handler) => [handler.kind, handler]))
  let timer: NodeJS.Timeout | undefined
  let stopping = false
  let running: Promise<unknown> = Promise.resolve()

  async function runDue(now?: string): Promise<number> {
    let tried = 0
    while (!stopping) {
      const at = now ?? clock()
      const lease = { now: at, leaseUntil: later(at, LEASE_MS), worker, limit: BATCH }
      const due = await db.read.first('SELECT 1 FROM job WHERE state = ? AND run_at <= ? LIMIT 1', ['ready', at])
      const jobs = due ? await db.write((sql) => leaseDueJobs(sql, lease)) : []
      if (jobs.length === 0) break
      for (const job of jobs) await runOne(job, at)
      tried += jobs.length
    }
    return tried
  }

  async function runOne(job: Job, now: string): Promise<void> {
    const handler = handlers.get(job.kind)
    try {
      if (!handler) throw new Error(`No handler for jobs of kind ${job.kind}`)
      const effect = await handler.run(job)
      await db.write(async (sql) => {
        if (await finishJob(sql, job.id, worker)) await effect(sql)
      })
    } catch (cause) {
      const error = cause instanceof Error ? cause : new Error(String(cause))
      onError?.(error, job)
      const last = job.attempts >= job.maxAttempts
      await db.write(async (sql) => {
        const postponed = await postponeJob(sql, job.id, worker, {
          state: last ? 'failed' : 'ready',
          runAt: nextTry(now, job.attempts),
          error: error.message,
        })
        if (postponed && last) await handler?.giveUp?.(job, error)(sql)
      })
    }
  }

  return {
    runDue,
    start() {
      timer = setInterval(() => {
        running = running.then(() => runDue()).catch((error: Error) => onError?.(error))
      }, POLL_MS)
    },
    async stop() {
      stopping = true
      clearInterval(timer)
      await running
    },
  }
}
