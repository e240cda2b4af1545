import type { Sql } from '../../db/sql.ts'
import type { CaseRecord } from './case-record.ts'
import type { LinkedRecord } from './history-chain.ts'

interface ArchivedRow {
  content: string
  archived_at: string
}

/** A case that was taken out of the tables in which work goes on: it can be read, and nothing can be done with it. */
export async function findArchivedCase(sql: Sql, id: string): Promise<CaseRecord | undefined> {
  const row = await sql.first<ArchivedRow>(
    'SELECT content, archived_at FROM archived_case WHERE id = ? AND removed_at IS NULL',
    [id],
  )
  if (!row) return undefined
  const record: CaseRecord = JSON.parse(sql.vault.open(row.content, archivePlace(id)))
  return { ...record, archivedAt: row.archived_at }
}

export function archivePlace(id: string): string {
  return `archived_case.content:${id}`
}

/** The records of an archived case, first to last; none where it is not archived. */
export async function readArchivedHistory(sql: Sql, id: string): Promise<LinkedRecord[]> {
  const row = await sql.first<{ history: string }>('SELECT history FROM archived_case WHERE id = ?', [id])
  return row ? JSON.parse(row.history) : []
}

/** The steps that a person had tasks in, and those from which they were sent the case; null stands for the application. */
export async function readArchivedParts(
  sql: Sql,
  id: string,
  personId: string,
): Promise<{ steps: string[]; copies: Array<string | null> }> {
  const rows = await sql.all<{ element_id: string; kind: 'task' | 'acted' | 'copy' }>(
    'SELECT element_id, kind FROM archived_access WHERE case_id = ? AND person_id = ?',
    [id, personId],
  )
  return {
    steps: rows.filter(({ kind }) => kind === 'task').map(({ element_id }) => element_id),
    copies: rows.filter(({ kind }) => kind === 'copy').map(({ element_id }) => element_id || null),
  }
}
