import { type Clock, later } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { Job, JobHandler } from './job.ts'
import { finishJob, leaseDueJobs, postponeJob } from './job-repository.ts'

export interface JobRunner {
  /** Does everything that is due at `now`, and what becomes due by it. @returns how many jobs were tried */
  runDue(now?: string): Promise<number>
  /** Looks for due jobs every `everyMs` milliseconds until `stop`. */
  start(everyMs?: number): void
  /** Takes no new job and resolves when those under way are finished. */
  stop(): Promise<void>
}

const BATCH = 20
const LEASE_MS = 60_000
const FIRST_DELAY_MS = 10_000
const LONGEST_DELAY_MS = 3_600_000

/** Runs jobs from the leased table `job`. Any number of runners may share it; a killed one loses nothing. */
export function createJobRunner(deps: {
  db: Database
  clock: Clock
  newId: () => string
  handlers: readonly JobHandler[]
  /** Hears of every try that failed. */
  onError?: (error: Error, job?: Job) => void
}): JobRunner {
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
          runAt: later(now, delayMs(job.attempts)),
          error: error.message,
        })
        if (postponed && last) await handler?.giveUp?.(job, error)(sql)
      })
    }
  }

  return {
    runDue,
    start(everyMs = 1000) {
      timer = setInterval(() => {
        running = running.then(() => runDue()).catch((error: Error) => onError?.(error))
      }, everyMs)
    },
    async stop() {
      stopping = true
      clearInterval(timer)
      await running
    },
  }
}

/** 10 s, 20 s, 40 s, … at most an hour. */
function delayMs(attempts: number): number {
  return Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), LONGEST_DELAY_MS)
}
