import type { Sql } from '../db/sql.ts'
import type { JobKind } from './job.ts'

/** `failed`: given up after the last try. `waiting`: its time has not come, or it is being done or tried again. */
export type ListedJobState = 'failed' | 'waiting'

/** A job as its administrator sees it. */
export interface ListedJob {
  id: string
  kind: JobKind
  key: string
  caseId: string | null
  runAt: string
  attempts: number
  maxAttempts: number
  /** What the last try said. */
  error: string | null
}

/** What an administrator does with jobs, in the caller's transaction. */
export interface JobDesk {
  /** The latest first, those before `before`; at most `limit`. */
  list(sql: Sql, query: { state: ListedJobState; before?: string | undefined; limit: number }): Promise<ListedJob[]>
  /** One that has failed. */
  findFailed(sql: Sql, id: string): Promise<ListedJob | undefined>
  /** Lets a failed job be tried from the beginning. @returns false where it has not failed */
  retry(sql: Sql, id: string, at: string): Promise<boolean>
  /** Removes a failed job. @returns false where it has not failed */
  discard(sql: Sql, id: string): Promise<boolean>
}
