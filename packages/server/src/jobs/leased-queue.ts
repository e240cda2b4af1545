import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { JobQueue } from './job-queue.ts'
import { leasedDesk } from './leased-desk.ts'
import { createLeasedRunner } from './leased-runner.ts'
import { insertJobs } from './leased-table.ts'

/** Jobs in the table `job`: whoever does one leases it, with a token that a later holder replaces. */
export function createLeasedQueue(db: Database, clock: Clock): JobQueue {
  return {
    prepare: async () => {},
    add: insertJobs,
    desk: leasedDesk,
    createRunner: (deps) => createLeasedRunner({ db, clock, ...deps }),
  }
}
