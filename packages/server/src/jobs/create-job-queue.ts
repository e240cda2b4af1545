import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { createGraphileQueue } from './graphile-queue.ts'
import type { JobQueue } from './job-queue.ts'
import { createLeasedQueue } from './leased-queue.ts'

/** graphile-worker on PostgreSQL, a leased table elsewhere. */
export function createJobQueue(db: Database, clock: Clock): JobQueue {
  return db.pool ? createGraphileQueue(db, db.pool, clock) : createLeasedQueue(db, clock)
}
