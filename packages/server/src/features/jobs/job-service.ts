import type { z } from 'zod'
import type { AuditLog } from '../../audit/audit-log.ts'
import type { AuditObject } from '../../audit/audit-record.ts'
import { auditedAs } from '../../audit/audit-request.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/database.ts'
import { decodeCursor, toPage } from '../../db/keyset-cursor.ts'
import { placeholders, type Sql } from '../../db/sql.ts'
import { ServerError } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import type { JobDesk, ListedJob } from '../../jobs/listed-job.ts'
import type { JobList, JobQuery } from './job-schema.ts'

export interface JobServiceDeps {
  db: Database
  clock: Clock
  audit: AuditLog
  desk: JobDesk
}

/** Jobs as the system administrator sees and mends them. */
export interface JobService {
  /** @throws ServerError `CURSOR_INVALID` */
  list(query: z.output<typeof JobQuery>): Promise<z.input<typeof JobList>>
  /** @throws ServerError `JOB_NOT_FOUND` where there is none that was given up */
  retry(actor: Actor, id: string): Promise<void>
  /** @throws ServerError `JOB_NOT_FOUND` where there is none that was given up */
  discard(actor: Actor, id: string, reason: string): Promise<void>
}

export function createJobService({ db, clock, audit, desk }: JobServiceDeps): JobService {
  async function change(id: string, work: (sql: Sql, job: ListedJob) => Promise<boolean>): Promise<void> {
    await db.write(async (sql) => {
      const job = await desk.findFailed(sql, id)
      if (!job || !(await work(sql, job))) throw new ServerError('JOB_NOT_FOUND', { jobId: id })
    })
  }

  return {
    async list({ state, cursor, limit }) {
      const before = cursor === undefined ? undefined : String(decodeCursor(cursor, 1)[0])
      const found = await desk.list(db.read, { state, before, limit: limit + 1 })
      const { items, nextCursor } = toPage(found, limit, ({ id }) => [id])
      const cases = await readCases(db.read, items)
      return {
        items: items.map(({ key: _, caseId, ...job }) => ({ ...job, case: cases.get(caseId ?? '') ?? null })),
        nextCursor,
      }
    },
    retry: (actor, id) =>
      change(id, async (sql, job) => {
        if (!(await desk.retry(sql, id, clock()))) return false
        await audit.append(sql, { ...auditedAs(actor), kind: 'restore', object: objectOf(job), detail: job.key })
        return true
      }),
    discard: (actor, id, reason) =>
      change(id, async (sql, job) => {
        if (!(await desk.discard(sql, id))) return false
        const detail = `${job.key}：${reason}`
        await audit.append(sql, { ...auditedAs(actor), kind: 'discard', object: objectOf(job), detail })
        return true
      }),
  }
}

function objectOf({ caseId }: ListedJob): AuditObject {
  return caseId === null ? { type: 'none', id: '' } : { type: 'case', id: caseId }
}

async function readCases(sql: Sql, jobs: readonly ListedJob[]) {
  const ids = [...new Set(jobs.flatMap(({ caseId }) => (caseId === null ? [] : [caseId])))]
  if (ids.length === 0) return new Map<string, { id: string; number: string; matter: string }>()
  const rows = await sql.all<{ id: string; number: string; matter: string }>(
    `SELECT id, number, matter_title AS matter FROM case_instance WHERE id IN ${placeholders(1, ids.length)}`,
    ids,
  )
  return new Map(rows.map((row) => [row.id, row]))
}
