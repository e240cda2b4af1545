import type { Sql } from '../db/sql.ts'

export type JobKind = 'timer' | 'service' | 'migration' | 'notification' | 'publication'

/** Work that happens after a commit, written in the same transaction as what asks for it. */
export interface Job {
  id: string
  kind: JobKind
  /** Two jobs never share one: asking twice is harmless. */
  key: string
  caseId: string | null
  payload: Readonly<Record<string, unknown>>
  runAt: string
  /** Tries begun, this one included while it runs. */
  attempts: number
  maxAttempts: number
}

/** What is written in the transaction that marks the job done: with it or not at all. */
export type JobEffect = (sql: Sql) => Promise<void>

/** How one kind of job is done. */
export interface JobHandler {
  kind: JobKind
  /**
   * The part outside the database; it may happen twice when a process dies in the middle, so it is idempotent by `job.key`.
   *
   * @throws whatever went wrong: the job is tried again later
   */
  run(job: Job): Promise<JobEffect>
  /** After the last try. */
  giveUp?(job: Job, error: Error): JobEffect
}
