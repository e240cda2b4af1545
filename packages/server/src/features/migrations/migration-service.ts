import { diff, type MigrationMapping } from '@zhupi/flows'
import type { z } from 'zod'
import { findDefinition } from '../../app-folder/definition-repository.ts'
import type { MatterVersion } from '../../app-folder/definition-store.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import { auditedAs } from '../../audit/audit-request.ts'
import type { Database } from '../../db/database.ts'
import type { Sql } from '../../db/sql.ts'
import { ServerError } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import type { CommandDeps } from '../cases/case-commands.ts'
import { findCase } from '../cases/case-repository.ts'
import { writeCase } from '../cases/write-case.ts'
import { migrationJob } from './migration-job.ts'
import {
  countByVersion,
  countResults,
  findMigration,
  findRunningMigration,
  insertMigration,
  listMigrationRecords,
  type MigrationRecord,
  readStaying,
} from './migration-repository.ts'
import type {
  CaseMigrated,
  MigrateCase,
  Migration,
  MigrationAnswer,
  MigrationList,
  StartMigration,
} from './migration-schema.ts'
import { moveCase } from './move-case.ts'
import { countOpenCases, surveyCases } from './survey-cases.ts'

/** Open cases that are to go on under another version of their matter. */
export interface MigrationService {
  /** @throws ServerError `MATTER_NOT_FOUND` */
  list(matter: string): Promise<z.input<typeof MigrationList>>
  /** @throws ServerError `MIGRATION_NOT_FOUND` */
  read(id: string): Promise<z.input<typeof Migration>>
  /** @throws ServerError `MATTER_NOT_FOUND`, `MIGRATION_INVALID`, `MIGRATION_RUNNING` while another one moves the same cases */
  start(actor: Actor, request: z.output<typeof StartMigration>): Promise<z.input<typeof MigrationAnswer>>
  /**
   * @throws ServerError `CASE_NOT_FOUND`, `CASE_ENDED`, `CASE_CHANGED`, `MIGRATION_INVALID`; FlowError `MIGRATION_REFUSED`
   *   with what stands in the way, `NOBODY_FOUND`, `TIME_INVALID`
   */
  moveCase(actor: Actor, caseId: string, request: z.output<typeof MigrateCase>): Promise<z.input<typeof CaseMigrated>>
}

export interface MigrationServiceDeps extends CommandDeps {
  db: Database
  audit: AuditLog
}

export function createMigrationService(deps: MigrationServiceDeps): MigrationService {
  const { db, definitions, directory, clock, newId, jobs, audit } = deps

  async function versionOf(sql: Sql, matter: string, version: number): Promise<MatterVersion> {
    if (!(await findDefinition(sql, 'matter', matter, version))) {
      throw new ServerError('MIGRATION_INVALID', { matter, version })
    }
    return definitions.matterVersion(sql, matter, version)
  }

  async function versionsOf(sql: Sql, matter: string, from: number, to: number) {
    if (from === to) throw new ServerError('MIGRATION_INVALID', { matter, version: to })
    return { from: await versionOf(sql, matter, from), to: await versionOf(sql, matter, to) }
  }

  async function present(record: MigrationRecord): Promise<z.input<typeof Migration>> {
    const { id, matter, from, to, state, startedAt, startedBy, endedAt, cases } = record
    const { moved, stayed } = await countResults(db.read, id)
    const open = await countOpenCases(db.read, { matter, from, cases: cases ?? undefined })
    return {
      id,
      matter,
      from,
      to,
      state,
      startedAt,
      startedBy: directory.person(startedBy)?.name ?? startedBy,
      endedAt,
      moved,
      stayed,
      // What stayed may have ended since.
      left: Math.max(0, open - stayed),
      staying: await readStaying(db.read, id),
    }
  }

  return {
    async list(matter) {
      const { version: current } = definitions.matter(matter)
      const records = await listMigrationRecords(db.read, matter)
      return {
        current,
        open: await countByVersion(db.read, matter),
        items: await Promise.all(records.map(present)),
      }
    },

    async read(id) {
      const record = await findMigration(db.read, id)
      if (!record) throw new ServerError('MIGRATION_NOT_FOUND', { migrationId: id })
      return present(record)
    },

    async start(actor, { matter, from: fromVersion, to: toVersion, mapping: asked, cases, dryRun }) {
      definitions.matter(matter)
      const { from, to } = await versionsOf(db.read, matter, fromVersion, toVersion)
      const mapping = mappingOf(from, to, asked)
      if (dryRun) {
        const survey = await surveyCases(
          db.read,
          { matter, from: fromVersion, cases },
          { flow: from.flow, to: to.flow, mapping },
        )
        return { migration: null, survey, mapping }
      }
      const at = clock()
      const record: MigrationRecord = {
        id: newId(),
        matter,
        from: fromVersion,
        to: toVersion,
        mapping,
        cases: cases ?? null,
        state: 'running',
        startedBy: actor.person.id,
        startedAt: at,
        endedAt: null,
      }
      await db.write(async (sql) => {
        if (!(await insertMigration(sql, record))) throw await runningProblem(sql, matter, fromVersion)
        await jobs.add(sql, [migrationJob(record.id, '', { at, newId })])
        await audit.append(sql, {
          ...auditedAs(actor),
          kind: 'migrate',
          object: { type: 'definition', id: `matter/${matter}` },
          detail: `v${fromVersion} → v${toVersion}`,
        })
      })
      return { migration: await present(record), survey: null, mapping }
    },

    async moveCase(actor, caseId, { to: toVersion, version, mapping: asked, reason }) {
      return writeCase(db, async (sql) => {
        const record = await findCase(sql, caseId)
        if (!record) throw new ServerError('CASE_NOT_FOUND', { caseId })
        if (record.endedAt !== null) throw new ServerError('CASE_ENDED', { caseId })
        if (record.version !== version) throw new ServerError('CASE_CHANGED', { version: record.version })
        const { matterKey, matterVersion } = record
        const { from, to } = await versionsOf(sql, matterKey, matterVersion, toVersion)
        const by = actor.person.id
        const mapping = mappingOf(from, to, asked)
        const now = await moveCase(deps, sql, record, { from, to, mapping, by, reason })
        await audit.append(sql, {
          ...auditedAs(actor),
          kind: 'migrate',
          object: { type: 'case', id: caseId },
          detail: `${matterKey} v${matterVersion} → v${toVersion}`,
        })
        return { caseId, version: now, matterVersion: toVersion }
      })
    },
  }
}

/** Says since when the other one runs, and whose it is. */
async function runningProblem(sql: Sql, matter: string, version: number): Promise<ServerError> {
  const running = await findRunningMigration(sql, matter, version)
  const detail = running && `“${matter}”第 ${version} 版的办件正在迁往第 ${running.to} 版，请等它结束再开始。`
  return new ServerError('MIGRATION_RUNNING', { ...(detail && { detail, migrationId: running.id }), matter, version })
}

/** What the two flows have in common by themselves, and over it what the administrator says. */
function mappingOf(from: MatterVersion, to: MatterVersion, asked: MigrationMapping): MigrationMapping {
  return { ...diff(from.flow, to.flow).mapping, ...asked }
}
