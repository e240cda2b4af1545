import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { JobQueue } from './job-queue.ts'

/** graphile-worker on PostgreSQL, a leased table elsewhere. */
export async function createJobQueue(db: Database, clock: Clock): Promise<JobQueue> {
  if (!db.pool) return (await import('./leased-queue.ts')).createLeasedQueue(db, clock)
  return (await import('./graphile-queue.ts')).createGraphileQueue(db, db.pool, clock)
}
