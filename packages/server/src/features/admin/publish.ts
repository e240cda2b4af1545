import { parse } from '@zhupi/flows'
import { findDefinition, storeDefinition } from '../../app-folder/definition-repository.ts'
import { type DefinitionStore, type MatterContent, publishRegister } from '../../app-folder/definition-store.ts'
import { type DefinitionDraft, deleteDefinitionDraft, findDefinitionDraft } from '../../app-folder/draft-repository.ts'
import { findLinks } from '../../app-folder/flow-links.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import type { AuditObject } from '../../audit/audit-record.ts'
import { auditedAs } from '../../audit/audit-request.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/database.ts'
import type { Sql } from '../../db/sql.ts'
import { ServerError } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import { type Candidate, refuseErrors } from './candidate.ts'
import type { DefinitionName } from './definition-file.ts'

export interface PublishDeps {
  db: Database
  definitions: DefinitionStore
  clock: Clock
  audit: AuditLog
}

/**
 * Stores the drafts of a candidate as versions, and each matter that they change as a new version; then puts all in force.
 * New cases take it, open ones keep theirs.
 *
 * @returns the version of what was asked for
 * @throws ServerError `DEFINITION_UNCHANGED`, `DEFINITION_NOT_CLEAN` with every error as an issue,
 *   `DEFINITION_DRAFT_CHANGED` when a draft was saved since
 */
export async function publishCandidate(
  deps: PublishDeps,
  actor: Actor,
  name: DefinitionName,
  candidate: Candidate,
  note: string,
): Promise<number> {
  const { db, definitions, clock, audit } = deps
  if (candidate.parts.length === 0) throw new ServerError('DEFINITION_UNCHANGED', { ...name })
  refuseErrors(candidate)
  const stamp = { publishedBy: actor.person.id, note }
  await db.exclusively(async () => {
    const register = name.kind === 'register' ? candidate.app.registers.get(name.key) : undefined
    if (register) await publishRegister(db, register.definition, { content: register.source, ...stamp }, clock())
    await db.write(async (sql) => {
      for (const part of candidate.parts) await publishPart(sql, candidate, part, stamp, clock())
      for (const key of candidate.matters) await publishMatter(sql, candidate, key, stamp, clock())
      await audit.append(sql, { ...auditedAs(actor), kind: 'publish', object: definitionObject(name) })
    })
  })
  await definitions.refresh()
  const stored = await findDefinition(db.read, name.kind, name.key)
  if (!stored) throw new ServerError('DEFINITION_NOT_FOUND', { ...name })
  return stored.version
}

/** A definition as the audit names it. */
export function definitionObject({ kind, key }: DefinitionName): AuditObject {
  return { type: 'definition', id: `${kind}/${key}` }
}

interface Stamp {
  publishedBy: string
  note: string
}

/** A diagram of another engine is stored as what it becomes here. */
async function publishPart(
  sql: Sql,
  { app }: Candidate,
  part: DefinitionDraft,
  stamp: Stamp,
  at: string,
): Promise<void> {
  const { kind, key, digest, content } = part
  if (!(await deleteDefinitionDraft(sql, kind, key, digest))) {
    const theirs = await findDefinitionDraft(sql, kind, key)
    throw new ServerError('DEFINITION_DRAFT_CHANGED', { kind, key, etag: theirs?.digest ?? 'none' })
  }
  if (kind === 'form') await storeDefinition(sql, { kind, key, content, ...stamp }, at)
  if (kind === 'flow') {
    await storeDefinition(sql, { kind, key, content: app.flows.get(key)?.source ?? content, ...stamp }, at)
  }
}

async function publishMatter(sql: Sql, { app }: Candidate, key: string, stamp: Stamp, at: string): Promise<void> {
  const matter = app.matters.get(key)
  if (!matter) throw new ServerError('DEFINITION_NOT_FOUND', { kind: 'matter', key })
  const form = await findDefinition(sql, 'form', matter.definition.form)
  const flow = await findDefinition(sql, 'flow', matter.definition.flow)
  if (!form || !flow) throw new ServerError('DEFINITION_NOT_FOUND', { kind: 'matter', key })
  const content: MatterContent = {
    matter: matter.source,
    form: form.version,
    flow: flow.version,
    ...(await findLinks(sql, await parse(flow.content))),
  }
  await storeDefinition(sql, { kind: 'matter', key, content: JSON.stringify(content), ...stamp }, at)
}
