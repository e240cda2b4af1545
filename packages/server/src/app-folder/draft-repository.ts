import type { Sql } from '../db/sql.ts'
import { type DefinitionKind, digestOf } from './definition-repository.ts'

/** What administrators are working on: one draft a definition, shared by all of them. */
export interface DefinitionDraft {
  kind: DefinitionKind
  key: string
  digest: string
  content: string
  /** What an import guessed, JSON, as long as the draft lives. */
  report: string | null
  updatedAt: string
  /** Person id. */
  updatedBy: string
}

interface DraftRow {
  kind: DefinitionKind
  definition_key: string
  digest: string
  content: string
  report: string | null
  updated_at: string
  updated_by: string
}

const COLUMNS = 'kind, definition_key, digest, content, report, updated_at, updated_by'

export async function findDefinitionDraft(
  sql: Sql,
  kind: DefinitionKind,
  key: string,
): Promise<DefinitionDraft | undefined> {
  const row = await sql.first<DraftRow>(
    `SELECT ${COLUMNS} FROM definition_draft WHERE kind = ? AND definition_key = ?`,
    [kind, key],
  )
  return row && toDraft(row)
}

export async function readDefinitionDrafts(sql: Sql, kind: DefinitionKind): Promise<DefinitionDraft[]> {
  const rows = await sql.all<DraftRow>(
    `SELECT ${COLUMNS} FROM definition_draft WHERE kind = ? ORDER BY definition_key`,
    [kind],
  )
  return rows.map(toDraft)
}

/**
 * Writes a draft over the one that was read.
 *
 * @param readDigest digest of the draft that was read; undefined when there was none
 * @returns false when another one is there by now; nothing is written then
 */
export async function writeDefinitionDraft(
  sql: Sql,
  draft: Omit<DefinitionDraft, 'digest'>,
  readDigest: string | undefined,
): Promise<boolean> {
  const { kind, key, content, report, updatedAt, updatedBy } = draft
  const digest = digestOf(content)
  if (readDigest === undefined) {
    return sql.insertNew('definition_draft', {
      kind,
      definition_key: key,
      digest,
      content,
      report,
      updated_at: updatedAt,
      updated_by: updatedBy,
    })
  }
  const count = await sql.run(
    `UPDATE definition_draft SET digest = ?, content = ?, report = ?, updated_at = ?, updated_by = ?
     WHERE kind = ? AND definition_key = ? AND digest = ?`,
    [digest, content, report, updatedAt, updatedBy, kind, key, readDigest],
  )
  return count === 1
}

/** @returns false when the draft is not the one that was read */
export async function deleteDefinitionDraft(
  sql: Sql,
  kind: DefinitionKind,
  key: string,
  readDigest: string,
): Promise<boolean> {
  const count = await sql.run('DELETE FROM definition_draft WHERE kind = ? AND definition_key = ? AND digest = ?', [
    kind,
    key,
    readDigest,
  ])
  return count === 1
}

function toDraft({ definition_key, updated_at, updated_by, ...row }: DraftRow): DefinitionDraft {
  return { ...row, key: definition_key, updatedAt: updated_at, updatedBy: updated_by }
}
