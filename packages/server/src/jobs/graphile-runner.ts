import { EventEmitter } from 'node:events'
import { type JobHelpers, Logger, type Runner, run, runTaskListOnce, type TaskList } from 'graphile-worker'
import type { Pool } from 'pg'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { placeholders, type Sql } from '../db/sql.ts'
import type { Job, JobEffect, JobHandler } from './job.ts'
import { type JobRunner, type JobRunnerDeps, LEASE_MS, nextTry } from './job-queue.ts'
import { openPayload } from './sealed-payload.ts'

export interface GraphileRunnerDeps extends JobRunnerDeps {
  db: Database
  pool: Pool
  clock: Clock
  toWorldTime(instant: string): string
}

const Kept = z.object({
  id: z.string(),
  key: z.string(),
  caseId: z.string().nullable(),
  // An object where an earlier version wrote the job.
  payload: z.union([z.string(), z.record(z.string(), z.unknown())]),
  runAt: z.string(),
})

const CONCURRENCY = 2
const RELEASE_EVERY_MS = 10_000
const BEGIN_AGAIN_MS = 1000

/** Failed tries are reported by the runner, with the job they belong to. */
export const silent = new Logger(() => () => {})

/** What nobody has begun or everybody has let go of, and may still be tried. */
const WAITING = 'locked_at IS NULL AND attempts < max_attempts'

/** Does jobs with graphile-worker: its own polling and LISTEN while started, or everything due at a given instant. */
export function createGraphileRunner(deps: GraphileRunnerDeps): JobRunner {
  const { db, pool, clock, toWorldTime, handlers, onError } = deps
  let runner: Runner | undefined
  let beginning: NodeJS.Timeout | undefined
  let releasing: NodeJS.Timeout | undefined
  let stopping = false
  let failed: Error | undefined

  /** Runs one job; what fails is thrown to graphile-worker, which tries it again later. */
  async function attempt(handler: JobHandler, kept: unknown, helpers: JobHelpers): Promise<void> {
    const job = toJob(db.read, handler, kept, helpers)
    const { id, locked_by: token } = helpers.job
    const guarded = (effect: JobEffect) =>
      db.write(async (sql) => {
        // Held until the COMMIT: who has lost the job meanwhile writes nothing.
        const held = 'SELECT id FROM graphile_worker._private_jobs WHERE id = ? AND locked_by = ? FOR UPDATE'
        if (await sql.first(held, [id, token])) await effect(sql)
      })
    try {
      await guarded(await handler.run(job))
    } catch (cause) {
      const error = cause instanceof Error ? cause : new Error(String(cause))
      onError?.(error, job)
      if (job.attempts >= job.maxAttempts && handler.giveUp) await guarded(handler.giveUp(job, error))
      throw error
    }
  }

  function tasks(tried?: (id: string, attempts: number, failed: boolean) => void): TaskList {
    const entries = handlers.map((handler) => {
      const task = async (kept: unknown, helpers: JobHelpers) => {
        const { id, attempts } = helpers.job
        try {
          await attempt(handler, kept, helpers)
          tried?.(id, attempts, false)
        } catch (error) {
          tried?.(id, attempts, true)
          throw error
        }
      }
      return [handler.kind, task] as const
    })
    return Object.fromEntries(entries)
  }

  /**
   * Lets go of what silent processes hold. A try that died with its process was not the last one: graphile-worker would
   * never look at the job again, and nobody would hear that it was given up.
   */
  async function release(): Promise<void> {
    await db.write(async (sql) => {
      const silent = await sql.all<{ id: number; locked_by: string }>(
        'SELECT id, locked_by FROM graphile_worker.jobs WHERE locked_at < now() - make_interval(secs => ?)',
        [LEASE_MS / 1000],
      )
      if (silent.length === 0) return
      const workers = silent.map((job) => job.locked_by)
      await sql.all(`SELECT graphile_worker.force_unlock_workers(ARRAY[${workers.map(() => '?').join(', ')}])`, workers)
      await sql.all(
        `SELECT (graphile_worker.reschedule_jobs(ARRAY[id], attempts => max_attempts - 1)).id FROM graphile_worker.jobs
         WHERE attempts >= max_attempts AND id IN ${placeholders(1, silent.length)}`,
        silent.map(({ id }) => id),
      )
    })
  }

  /** Lets graphile-worker see as due what is due at `at`. @returns whether there is anything */
  async function makeDue(at: string): Promise<boolean> {
    const kinds = handlers.map(({ kind }) => kind)
    const due = await db.read.all<{ id: number }>(
      `SELECT id FROM graphile_worker.jobs WHERE ${WAITING} AND run_at <= ?
       AND task_identifier IN ${placeholders(1, kinds.length)} ORDER BY run_at, id`,
      [toWorldTime(at), ...kinds],
    )
    if (due.length > 0) await reschedule(due.map(({ id }) => id))
    return due.length > 0
  }

  async function reschedule(ids: readonly (number | string)[], runAt?: string): Promise<void> {
    const text = `SELECT id FROM graphile_worker.reschedule_jobs(ARRAY[${ids.map(() => '?::bigint').join(', ')}],
      run_at => coalesce(?::timestamptz, now()))`
    await db.write((sql) => sql.all(text, [...ids, runAt ?? null]))
  }

  async function runDue(now?: string): Promise<number> {
    let count = 0
    await release()
    while (!stopping) {
      const at = now ?? clock()
      if (!(await makeDue(at))) break
      const failed: Array<{ id: string; attempts: number }> = []
      const list = tasks((id, attempts, hasFailed) => {
        count += 1
        if (hasFailed) failed.push({ id, attempts })
      })
      const client = await pool.connect()
      try {
        await runTaskListOnce({ pgPool: pool, logger: silent }, list, client)
      } finally {
        client.release()
      }
      for (const { id, attempts } of failed) await reschedule([id], toWorldTime(nextTry(at, attempts)))
    }
    return count
  }

  /**
   * graphile-worker does not replace a worker that has lost its connection at the end of a job, and gives up where it cannot
   * connect: then everything is begun anew.
   */
  function begin(): void {
    const events = new EventEmitter()
    events.once('worker:fatalError', () => void runner?.stop().catch(report))
    const under = { pgPool: pool, taskList: tasks(), events, concurrency: CONCURRENCY, noHandleSignals: true }
    run({ ...under, logger: silent, parsedCronItems: [] })
      .then((begun) => {
        runner = begun
        failed = undefined
        return begun.promise
      })
      .catch((error: Error) => {
        failed = error
        report(error)
      })
      .finally(() => {
        runner = undefined
        if (!stopping) beginning = setTimeout(begin, BEGIN_AGAIN_MS)
      })
  }

  function report(error: Error): void {
    onError?.(error)
  }

  return {
    runDue,
    get failed() {
      return failed
    },
    start() {
      begin()
      releasing = setInterval(() => void release().catch(report), RELEASE_EVERY_MS)
    },
    async stop() {
      stopping = true
      clearInterval(releasing)
      clearTimeout(beginning)
      await runner?.stop()
    },
  }
}

function toJob(sql: Sql, { kind }: JobHandler, kept: unknown, { job }: JobHelpers): Job {
  const { payload, ...rest } = Kept.parse(kept)
  const opened = typeof payload === 'string' ? openPayload(sql, rest.id, payload) : payload
  return { ...rest, payload: opened, kind, attempts: job.attempts, maxAttempts: job.max_attempts }
}
