import type { Database } from './db/database.ts'
import { pendingMigrations } from './db/pending-migrations.ts'
import type { JobRunner } from './jobs/job-queue.ts'
import type { FileStore } from './ports/files/file-store.ts'

/** What must stand for the server to be of use; each is asked by itself. */
export type Readiness = Record<'running' | 'database' | 'migrations' | 'jobs' | 'files', () => Promise<void>>

export interface ReadinessDeps {
  db: Database
  files: FileStore
  jobs: JobRunner
  /** True from the order to stop on: no new request comes this way. */
  stopping(): boolean
}

export function createReadiness({ db, files, jobs, stopping }: ReadinessDeps): Readiness {
  return {
    async running() {
      if (stopping()) throw new Error('stopping')
    },
    async database() {
      await db.read.first('SELECT 1')
    },
    async migrations() {
      const pending = await pendingMigrations(db.knex)
      if (pending.length > 0) throw new Error(`not done: ${pending.join(', ')}`)
    },
    async jobs() {
      if (jobs.failed) throw new Error('the runner of the jobs has stopped', { cause: jobs.failed })
    },
    files: () => files.probe(),
  }
}
