import { ServerError } from '../../errors.ts'
import { isAdministratorRole } from '../../http/actor.ts'
import type { JobEffect, JobHandler } from '../../jobs/job.ts'
import type { Directory } from '../../ports/directory/directory.ts'
import { readCandidate } from './candidate.ts'
import type { DefinitionName } from './definition-file.ts'
import { readShelf } from './definition-shelf.ts'
import { type PublishDeps, publishCandidate } from './publish.ts'
import { deleteSchedule, failSchedule, findSchedule, type ScheduledPublication } from './schedule-repository.ts'

interface PublicationJobDeps extends PublishDeps {
  directory: Directory
}

/**
 * Publishes the draft of a matter when its time has come, as who set it: only what they have seen, and only while they may. What it is
 * refused for stays with the schedule. A process that dies behind the publication leaves drafts that are gone: the job that is tried
 * again finds nothing to publish and is done.
 */
export function publicationJobs(deps: PublicationJobDeps): JobHandler {
  const { db } = deps
  return {
    kind: 'publication',
    async run(job) {
      const { matterKey, id } = job.payload as { matterKey: string; id: string }
      const schedule = await findSchedule(db.read, matterKey)
      if (schedule?.id !== id) return async () => {}
      try {
        await publishScheduled(deps, schedule)
        return async (sql) => void (await deleteSchedule(sql, matterKey, id))
      } catch (error) {
        if (!isRefusal(error)) throw error
        return failed(matterKey, id, error.code)
      }
    },
    giveUp(job) {
      const { matterKey, id } = job.payload as { matterKey: string; id: string }
      return failed(matterKey, id, 'INTERNAL')
    },
  }
}

function failed(matterKey: string, id: string, code: string): JobEffect {
  return (sql) => failSchedule(sql, matterKey, id, code)
}

async function publishScheduled(deps: PublicationJobDeps, schedule: ScheduledPublication): Promise<void> {
  const { db, directory } = deps
  const name: DefinitionName = { kind: 'matter', key: schedule.matterKey }
  const candidate = await readCandidate(await readShelf(db.read), directory, name)
  if (candidate.parts.length === 0) return
  if (candidate.etag !== schedule.etag) throw new ServerError('DEFINITION_DRAFT_CHANGED', { etag: candidate.etag })
  const person = directory.person(schedule.scheduledBy)
  const unit = person && directory.unit(person.unitId)
  if (!person?.enabled || !unit || !isAdministratorRole(person, 'administrator')) {
    throw new ServerError('FORBIDDEN', { personId: schedule.scheduledBy })
  }
  const actor = { person, unit, integration: false, address: '', requestId: '' }
  await publishCandidate(deps, actor, name, candidate, schedule.note)
}

/** What another try would be refused for again. */
function isRefusal(error: unknown): error is ServerError {
  return error instanceof ServerError && !['UNAVAILABLE', 'INTERNAL'].includes(error.code)
}
