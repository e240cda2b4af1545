import type { AccessMap } from '@zhupi/forms'
import type { DefinitionStore, MatterVersion } from '../../app-folder/definition-store.ts'
import type { Sql } from '../../db/sql.ts'
import { ServerError } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import { startAccess, stepAccess } from '../tasks/step-access.ts'
import { findArchivedCase, readArchivedParts } from './archived-case.ts'
import type { CaseRecord } from './case-record.ts'
import { findCase } from './case-repository.ts'
import { copiedFrom } from './copy-repository.ts'
import { readerAccess } from './reader-access.ts'

/** A case as one reader finds it. */
export interface CaseForReader {
  record: CaseRecord
  matter: MatterVersion
  /** What the reader may see: `read` or `hidden` for every field. */
  access: AccessMap
  /** The reader started it: it is their own data, and nothing of it is masked. */
  own: boolean
}

const READ_ALL: AccessMap = { '*': 'read' }

/**
 * Reads a case for its initiator, for whoever has or had a task in it, for whoever was sent a copy, and for the readers
 * of its matter by role.
 *
 * @throws ServerError `CASE_NOT_FOUND` when there is none, or none for this reader: nobody learns which
 */
export async function readCaseFor(
  sql: Sql,
  definitions: DefinitionStore,
  actor: Actor,
  caseId: string,
): Promise<CaseForReader> {
  const found = await findCaseFor(sql, definitions, actor, caseId)
  if (!found) throw new ServerError('CASE_NOT_FOUND', { caseId })
  return found
}

/** The same; undefined where there is none for this reader. */
export async function findCaseFor(
  sql: Sql,
  definitions: DefinitionStore,
  actor: Actor,
  caseId: string,
): Promise<CaseForReader | undefined> {
  const record = (await findCase(sql, caseId)) ?? (await findArchivedCase(sql, caseId))
  if (!record) return undefined
  const matter = await definitions.matterVersion(sql, record.matterKey, record.matterVersion)
  const { id } = actor.person
  const parts = await (record.archivedAt === undefined ? readParts : readArchivedParts)(sql, caseId, id)
  const found = caseForReader(definitions, actor, record, matter, parts)
  return found.parts > 0 ? found : undefined
}

async function readParts(sql: Sql, caseId: string, personId: string): Promise<ReaderParts> {
  const steps = await sql.all<{ element_id: string }>(
    'SELECT DISTINCT element_id FROM task WHERE case_id = ? AND person_id = ?',
    [caseId, personId],
  )
  const copies = await copiedFrom(sql, caseId, personId)
  return { steps: steps.map(({ element_id }) => element_id), copies }
}

/** What a reader has to do with a case, besides having started it. */
export interface ReaderParts {
  /** Steps in which they have or had a task. */
  steps: readonly string[]
  /** Steps from which they were sent a copy; null: by the initiator. */
  copies: ReadonlyArray<string | null>
}

/** A case as a reader with these parts in it finds it; one without any sees nothing of it. */
export function caseForReader(
  definitions: DefinitionStore,
  { person }: Actor,
  record: CaseRecord,
  matter: MatterVersion,
  { steps, copies }: ReaderParts,
): CaseForReader & { parts: number } {
  const own = record.initiatorId === person.id
  const parts = [
    ...(own ? [startAccess(matter.flow)] : []),
    ...steps.map((step) => stepAccess(matter.flow, step)),
    ...copies.map((step) => (step === null ? startAccess(matter.flow) : stepAccess(matter.flow, step))),
    ...(readsMatter(definitions, person.roles, record.matterKey) ? [READ_ALL] : []),
  ]
  return { record, matter, access: readerAccess(matter.form, parts), own, parts: parts.length }
}

/** Whoever reads a matter today reads its earlier cases, too. */
export function readsMatter(definitions: DefinitionStore, roles: readonly string[], key: string): boolean {
  const current = definitions.matters().find(({ matter }) => matter.key === key)
  return current?.matter.readers.roles.some((role) => roles.includes(role)) ?? false
}
