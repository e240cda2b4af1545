import type { z } from 'zod'
import { auditedAs } from '../../audit/audit-request.ts'
import { ServerError } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import type { JobQueue } from '../../jobs/job-queue.ts'
import type { Directory } from '../../ports/directory/directory.ts'
import { readCandidate, refuseErrors } from './candidate.ts'
import type { DefinitionName } from './definition-file.ts'
import { readShelf } from './definition-shelf.ts'
import { definitionObject, type PublishDeps } from './publish.ts'
import { deleteSchedule, findSchedule, replaceSchedule } from './schedule-repository.ts'
import type { PublicationSchedule, SchedulePublication } from './schedule-schema.ts'

const LONGEST_MS = 366 * 86_400_000

/** When the draft of a matter goes into force by itself. */
export interface ScheduleService {
  /** @throws ServerError `DEFINITION_NOT_FOUND` */
  read(key: string): Promise<z.input<typeof PublicationSchedule>>
  /**
   * @param etag of the check
   * @throws ServerError `IF_MATCH_REQUIRED`, `DEFINITION_NOT_FOUND`, `DEFINITION_DRAFT_CHANGED`, `DEFINITION_UNCHANGED`,
   *   `DEFINITION_NOT_CLEAN`, `SCHEDULE_INVALID` for a time that has passed or is more than a year ahead
   */
  set(
    actor: Actor,
    key: string,
    request: z.output<typeof SchedulePublication>,
    etag: string | undefined,
  ): Promise<z.input<typeof PublicationSchedule>>
  /** Does nothing where nothing is set. */
  cancel(actor: Actor, key: string): Promise<void>
}

export interface ScheduleServiceDeps extends PublishDeps {
  directory: Directory
  newId: () => string
  jobs: JobQueue
}

export function createScheduleService(deps: ScheduleServiceDeps): ScheduleService {
  const { db, directory, clock, newId, jobs, audit } = deps
  const candidateOf = async (key: string) => readCandidate(await readShelf(db.read), directory, nameOf(key))

  async function read(key: string): Promise<z.input<typeof PublicationSchedule>> {
    const { etag } = await candidateOf(key)
    const found = await findSchedule(db.read, key)
    if (!found) return { schedule: null }
    const { publishAt, note, scheduledBy, scheduledAt, failure } = found
    const name = directory.person(scheduledBy)?.name ?? scheduledBy
    return { schedule: { publishAt, note, scheduledBy: name, scheduledAt, isCurrent: found.etag === etag, failure } }
  }

  return {
    read,

    async set(actor, key, { publishAt: asked, note }, etag) {
      if (etag === undefined) throw new ServerError('IF_MATCH_REQUIRED')
      const now = clock()
      const publishAt = new Date(asked).toISOString()
      if (publishAt <= now || Date.parse(publishAt) - Date.parse(now) > LONGEST_MS) {
        throw new ServerError('SCHEDULE_INVALID', { publishAt })
      }
      const candidate = await candidateOf(key)
      if (candidate.etag !== etag) throw new ServerError('DEFINITION_DRAFT_CHANGED', { etag: candidate.etag })
      if (candidate.parts.length === 0) throw new ServerError('DEFINITION_UNCHANGED', { ...nameOf(key) })
      refuseErrors(candidate)
      const id = newId()
      const by = actor.person.id
      await db.write(async (sql) => {
        const schedule = { matterKey: key, id, etag, note, publishAt, scheduledBy: by, scheduledAt: now, failure: null }
        await replaceSchedule(sql, schedule)
        await jobs.add(sql, [
          {
            id: newId(),
            kind: 'publication',
            key: `publication:${id}`,
            caseId: null,
            payload: { matterKey: key, id },
            runAt: publishAt,
            attempts: 0,
            maxAttempts: 10,
          },
        ])
        await audit.append(sql, { ...auditedAs(actor), kind: 'schedule', object: definitionObject(nameOf(key)) })
      })
      return read(key)
    },

    async cancel(actor, key) {
      await db.write(async (sql) => {
        if (!(await deleteSchedule(sql, key))) return
        await audit.append(sql, { ...auditedAs(actor), kind: 'unschedule', object: definitionObject(nameOf(key)) })
      })
    },
  }
}

function nameOf(key: string): DefinitionName {
  return { kind: 'matter', key }
}
