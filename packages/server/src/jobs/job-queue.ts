import { later } from '../clock.ts'
import type { Sql } from '../db/sql.ts'
import type { Job, JobHandler } from './job.ts'
import type { JobDesk } from './listed-job.ts'

/** Where jobs wait, and what does them. Any number of processes may share it; a killed one loses nothing. */
export interface JobQueue {
  /** Makes what it needs in the database. */
  prepare(): Promise<void>
  /** Writes jobs in the caller's transaction, so that they exist if what asks for them does. One key, one job. */
  add(sql: Sql, jobs: readonly Job[]): Promise<void>
  createRunner(deps: JobRunnerDeps): JobRunner
  /** What an administrator sees and mends. */
  desk: JobDesk
}

export interface JobRunnerDeps {
  newId: () => string
  handlers: readonly JobHandler[]
  /** Hears of every try that failed. */
  onError?: (error: Error, job?: Job) => void
}

export interface JobRunner {
  /** Does everything that is due at `now`, and what becomes due by it. @returns how many jobs were tried */
  runDue(now?: string): Promise<number>
  /** Looks for due jobs until `stop`. */
  start(): void
  /** Takes no new job and resolves when those under way are finished. */
  stop(): Promise<void>
  /** Why it looks for jobs no more, though nobody has stopped it. */
  readonly failed?: Error
}

/** What a job holds for itself alone; a process that is silent for so long is dead. */
export const LEASE_MS = 60_000

const FIRST_DELAY_MS = 10_000
const LONGEST_DELAY_MS = 3_600_000

/** When a job is tried again after so many tries: 10 s, 20 s, 40 s, … at most an hour. */
export function nextTry(now: string, attempts: number): string {
  return later(now, Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), LONGEST_DELAY_MS))
}
