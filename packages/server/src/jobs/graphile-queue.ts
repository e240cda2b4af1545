import { runMigrations } from 'graphile-worker'
import type { Pool } from 'pg'
import { type Clock, later } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { SqlValue } from '../db/sql.ts'
import { graphileDesk } from './graphile-desk.ts'
import { createGraphileRunner, silent } from './graphile-runner.ts'
import type { JobQueue } from './job-queue.ts'
import { sealPayload } from './sealed-payload.ts'

/** A clock further than this from the world's is one of its own: a test's. */
const SAME_CLOCK_MS = 60_000
const CENTURY_MS = 100 * 365.25 * 86_400_000

/** Jobs of graphile-worker, written by its `add_job` inside the command's own transaction. */
export function createGraphileQueue(db: Database, pool: Pool, clock: Clock): JobQueue {
  const toWorldTime = worldTime(clock)
  return {
    prepare: () => runMigrations({ pgPool: pool, logger: silent }),
    async add(sql, jobs) {
      if (jobs.length === 0) return
      const values = jobs.flatMap(({ id, kind, key, caseId, payload, runAt, maxAttempts }): SqlValue[] => {
        const kept = JSON.stringify({ id, key, caseId, payload: sealPayload(sql, id, payload), runAt })
        return [kind, kept, toWorldTime(runAt), maxAttempts, key]
      })
      const rows = jobs.map(() => '(?, ?::json, ?::timestamptz, ?::int, ?)').join(', ')
      await sql.run(
        `SELECT (graphile_worker.add_job(j.kind, payload => j.payload, run_at => j.run_at, max_attempts => j.tries, job_key => j.key)).id
         FROM (VALUES ${rows}) AS j (kind, payload, run_at, tries, key)`,
        values,
      )
    },
    desk: graphileDesk(toWorldTime),
    createRunner: (deps) => createGraphileRunner({ db, pool, clock, toWorldTime, ...deps }),
  }
}

/**
 * When PostgreSQL's clock shows an instant of ours. The two are the same; for a clock of its own everything lies a century
 * ahead, so that nothing falls due before `runDue` says so.
 */
function worldTime(clock: Clock): (instant: string) => string {
  const own = Math.abs(Date.parse(clock()) - Date.now()) > SAME_CLOCK_MS
  return (instant) => (own ? later(instant, CENTURY_MS) : instant)
}
