import { FlowError, preflight } from '@zhupi/flows'
import type { Database } from '../../db/database.ts'
import type { Sql } from '../../db/sql.ts'
import { ServerError } from '../../errors.ts'
import { ERROR_TITLES } from '../../http/error-title.ts'
import type { Job, JobHandler } from '../../jobs/job.ts'
import type { CommandDeps } from '../cases/case-commands.ts'
import { findCase } from '../cases/case-repository.ts'
import { writeCase } from '../cases/write-case.ts'
import { endMigration, findMigration, insertResult, type MigrationRecord } from './migration-repository.ts'
import { moveCase } from './move-case.ts'
import { readOpenCases } from './survey-cases.ts'

/** A job ends well within its lease; the next goes on behind its last case. */
const CASES_PER_JOB = 50

interface MigrationJobDeps extends CommandDeps {
  db: Pick<Database, 'read' | 'write'>
}

/** The job that carries a migration on behind one of its cases. */
export function migrationJob(
  migrationId: string,
  after: string,
  { at, newId }: { at: string; newId: () => string },
): Job {
  return {
    id: newId(),
    kind: 'migration',
    key: `migration:${migrationId}:${after}`,
    caseId: null,
    payload: { migrationId, after },
    runAt: at,
    attempts: 0,
    maxAttempts: 10,
  }
}

/**
 * Moves the cases of a migration, each in a transaction of its own together with what became of it. A process that dies in the
 * middle leaves moved cases moved: they are not of the older version any more, and the job that is tried again passes them by.
 */
export function migrationJobs(deps: MigrationJobDeps): JobHandler {
  const { db, clock, newId, jobs } = deps
  return {
    kind: 'migration',
    async run(job) {
      const { migrationId, after } = job.payload as { migrationId: string; after: string }
      const migration = await findMigration(db.read, migrationId)
      if (migration?.state !== 'running') return async () => {}
      const selection = { matter: migration.matter, from: migration.from, cases: migration.cases ?? undefined }
      const rows = await readOpenCases(db.read, selection, after, CASES_PER_JOB)
      for (const { id, number } of rows) await moveOrSay(deps, migration, id, number)
      const last = rows.at(-1)
      return async (sql) => {
        if (last && rows.length === CASES_PER_JOB) {
          await jobs.add(sql, [migrationJob(migrationId, last.id, { at: clock(), newId })])
        } else await endMigration(sql, migrationId, 'finished', clock())
      }
    },
    giveUp(job) {
      return (sql) => endMigration(sql, String(job.payload.migrationId), 'failed', clock())
    },
  }
}

/** One case in a transaction; what its engine or a service refuses is an answer, everything else is tried again. */
async function moveOrSay(
  deps: MigrationJobDeps,
  migration: MigrationRecord,
  caseId: string,
  number: string,
): Promise<void> {
  try {
    await writeCase(deps.db, (sql) => moveOne(deps, sql, migration, caseId))
  } catch (error) {
    if (!isRefusal(error)) throw error
    const words = [{ zh: ERROR_TITLES[error.code], en: error.message }]
    await deps.db.write((sql) => insertResult(sql, migration.id, { caseId, number, verdict: 'cannot', words }))
  }
}

function isRefusal(error: unknown): error is FlowError | ServerError {
  if (error instanceof FlowError) return true
  return error instanceof ServerError && !['CASE_CHANGED', 'UNAVAILABLE', 'INTERNAL'].includes(error.code)
}

async function moveOne(deps: MigrationJobDeps, sql: Sql, migration: MigrationRecord, caseId: string): Promise<void> {
  const record = await findCase(sql, caseId)
  if (!record || record.matterVersion !== migration.from || record.endedAt !== null) return
  const { id, matter, mapping, startedBy: by } = migration
  const from = await deps.definitions.matterVersion(sql, matter, migration.from)
  const to = await deps.definitions.matterVersion(sql, matter, migration.to)
  const found = preflight(from.flow, to.flow, mapping, record.instance)
  if (found.verdict === 'moves') {
    await moveCase(deps, sql, record, { from, to, mapping, by, reason: '' })
    await insertResult(sql, id, { caseId, number: record.number, verdict: 'moved', words: [] })
    return
  }
  const reasons = found.verdict === 'cannot' ? found.problems : found.decisions
  const words = reasons.map((reason) => reason.words)
  await insertResult(sql, id, { caseId, number: record.number, verdict: found.verdict, words })
}
