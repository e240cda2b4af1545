import { type DefinitionKind, findDefinition } from '../../app-folder/definition-repository.ts'
import type { MatterContent } from '../../app-folder/definition-store.ts'
import { findDefinitionDraft, writeDefinitionDraft } from '../../app-folder/draft-repository.ts'
import type { Sql } from '../../db/sql.ts'
import { ServerError } from '../../errors.ts'
import type { DefinitionChange } from './definition-change.ts'
import type { DefinitionName } from './definition-file.ts'
import { publishedText } from './definition-shelf.ts'
import { diffDefinitions } from './diff-definitions.ts'

/** A definition as it was in a version. */
interface PastPart {
  kind: DefinitionKind
  key: string
  text: string
}

/** A version whole: of a matter also the form and the flow that belong to it. @throws ServerError `DEFINITION_NOT_FOUND` */
async function partsOfVersion(sql: Sql, { kind, key }: DefinitionName, version: number): Promise<PastPart[]> {
  const stored = await findDefinition(sql, kind, key, version)
  if (!stored) throw new ServerError('DEFINITION_NOT_FOUND', { kind, key, version })
  const own = { kind, key, text: publishedText(stored) }
  if (kind !== 'matter') return [own]
  const content: MatterContent = JSON.parse(stored.content)
  const { form, flow } = JSON.parse(own.text) as { form: string; flow: string }
  const others = [
    ...(await partsOfVersion(sql, { kind: 'form', key: form }, content.form)),
    ...(await partsOfVersion(sql, { kind: 'flow', key: flow }, content.flow)),
  ]
  return [own, ...others]
}

/** What changed from one version to another, in words; nothing before the first. @throws ServerError `DEFINITION_NOT_FOUND` */
export async function diffVersions(
  sql: Sql,
  name: DefinitionName,
  from: number,
  to: number,
): Promise<DefinitionChange[]> {
  const after = await partsOfVersion(sql, name, to)
  const before = from < 1 ? [] : await partsOfVersion(sql, name, from)
  const changes = after.map(({ kind, key, text }) =>
    diffDefinitions(kind, before.find((one) => one.kind === kind && one.key === key)?.text, text),
  )
  return (await Promise.all(changes)).flat()
}

/**
 * Makes drafts of what a version held, where it is not in force already; nothing is published. The caller has made sure that the
 * drafts which are replaced are those that were seen.
 *
 * @throws ServerError `DEFINITION_NOT_FOUND`
 */
export async function restoreVersion(
  sql: Sql,
  name: DefinitionName,
  version: number,
  stamp: { updatedAt: string; updatedBy: string },
): Promise<DefinitionName[]> {
  const restored: DefinitionName[] = []
  for (const { kind, key, text } of await partsOfVersion(sql, name, version)) {
    const published = await findDefinition(sql, kind, key)
    const draft = await findDefinitionDraft(sql, kind, key)
    const current = draft?.content ?? (published && publishedText(published))
    if (current === text) continue
    const written = await writeDefinitionDraft(sql, { kind, key, content: text, report: null, ...stamp }, draft?.digest)
    if (!written) throw new ServerError('DEFINITION_DRAFT_CHANGED', { kind, key })
    restored.push({ kind, key })
  }
  return restored
}
