import type { JobHandler } from '../../jobs/job.ts'
import { type CommandDeps, carryOut } from './case-commands.ts'
import { findCaseLocked } from './case-repository.ts'
import { jobAfterPause } from './suspended-job.ts'

/**
 * Fires timers of cases. The firing and the end of the job are one transaction, and a timer that is not in the instance any
 * more (it was cancelled, or fired) does nothing: so it fires exactly once. While its case is suspended it waits.
 */
export function timerJobs(deps: CommandDeps): JobHandler {
  return {
    kind: 'timer',
    async run(job) {
      const { caseId, payload } = job
      return async (sql) => {
        const record = caseId === null ? undefined : await findCaseLocked(sql, caseId)
        const timer = record?.instance.timers.find(({ id }) => id === payload.timerId)
        if (!record || !timer) return
        if (record.status === 'suspended') {
          await deps.jobs.add(sql, [jobAfterPause(job, { now: deps.clock(), newId: deps.newId })])
          return
        }
        const matter = await deps.definitions.matterVersion(sql, record.matterKey, record.matterVersion)
        await carryOut(deps, sql, matter, record, {
          command: { type: 'fireTimer', timerId: timer.id },
          act: { kind: 'timer', elementId: timer.element },
        })
      }
    },
  }
}
