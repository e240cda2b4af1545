import type { FormValues } from '@zhupi/forms'
import type { Sql } from '../../db/sql.ts'

/** What a person has filled in so far; one a matter. */
export interface DraftRecord {
  version: number
  values: FormValues
  updatedAt: string
}

const PAGE = 200

interface DraftRow {
  version: number
  form_values: string
  updated_at: string
}

export async function findDraft(sql: Sql, matterKey: string, personId: string): Promise<DraftRecord | undefined> {
  const row = await sql.first<DraftRow>(
    'SELECT version, form_values, updated_at FROM draft WHERE person_id = ? AND matter_key = ?',
    [personId, matterKey],
  )
  return (
    row && {
      version: row.version,
      values: JSON.parse(sql.vault.open(row.form_values, draftPlace(matterKey, personId))),
      updatedAt: row.updated_at,
    }
  )
}

/** When each draft of a person was saved, by matter. */
export async function readDraftTimes(sql: Sql, personId: string): Promise<Map<string, string>> {
  const rows = await sql.all<{ matter_key: string; updated_at: string }>(
    'SELECT matter_key, updated_at FROM draft WHERE person_id = ?',
    [personId],
  )
  return new Map(rows.map((row) => [row.matter_key, row.updated_at]))
}

/** The values of every draft, page by page. */
export async function* readDraftValues(sql: Sql): AsyncGenerator<FormValues> {
  let after = ['', '']
  for (;;) {
    const rows = await sql.all<{ person_id: string; matter_key: string; form_values: string }>(
      `SELECT person_id, matter_key, form_values FROM draft WHERE (person_id, matter_key) > (?, ?)
       ORDER BY person_id, matter_key LIMIT ?`,
      [...after, PAGE],
    )
    for (const { person_id, matter_key, form_values } of rows) {
      yield JSON.parse(sql.vault.open(form_values, draftPlace(matter_key, person_id)))
    }
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = [last.person_id, last.matter_key]
  }
}

/** @returns false when the draft is at another version by now; nothing is saved then */
export async function writeDraft(
  sql: Sql,
  matterKey: string,
  personId: string,
  { version, values, updatedAt }: DraftRecord,
): Promise<boolean> {
  const text = sql.vault.seal(JSON.stringify(values), draftPlace(matterKey, personId))
  if (version > 1) {
    const count = await sql.run(
      `UPDATE draft SET version = ?, form_values = ?, updated_at = ?
       WHERE person_id = ? AND matter_key = ? AND version = ?`,
      [version, text, updatedAt, personId, matterKey, version - 1],
    )
    return count === 1
  }
  const row = { matter_key: matterKey, person_id: personId, version, form_values: text, updated_at: updatedAt }
  return sql.insertNew('draft', row)
}

export function draftPlace(matterKey: string, personId: string): string {
  return `draft.form_values:${personId}/${matterKey}`
}

export async function deleteDraft(sql: Sql, matterKey: string, personId: string): Promise<void> {
  await sql.run('DELETE FROM draft WHERE person_id = ? AND matter_key = ?', [personId, matterKey])
}
