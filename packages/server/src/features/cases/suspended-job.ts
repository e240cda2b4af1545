import { later } from '../../clock.ts'
import type { Job } from '../../jobs/job.ts'

const AGAIN_MS = 5 * 60_000

/** The same work once more, some minutes on: for a job that comes to a case while it is suspended. */
export function jobAfterPause(job: Job, { now, newId }: { now: string; newId: () => string }): Job {
  const runAt = later(now, AGAIN_MS)
  const [key = job.key] = job.key.split('@')
  return { ...job, id: newId(), key: `${key}@${runAt}`, runAt, attempts: 0 }
}
