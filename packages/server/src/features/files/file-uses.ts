import { placeholders, type Sql } from '../../db/sql.ts'
import { ServerError } from '../../errors.ts'

const FILE_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Ids of files that values name, wherever they stand: photos, signatures, attachments. */
export function fileIdsIn(value: unknown): Set<string> {
  const found = new Set<string>()
  collect(value, found)
  return found
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') {
    if (FILE_ID.test(value)) found.add(value)
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) collect(inner, found)
  }
}

export interface FileClaim {
  caseId: string
  /** Who writes the values. */
  personId: string
  /** Values before and after. */
  before: unknown
  after: unknown
}

/**
 * Remembers which files the values of a case use from now on (table `file_use`): whoever may read the case may read them. Only one's own
 * files can be brought in, or naming somebody's file would be enough to read it; one that is about to be removed can be brought in no more.
 * One statement, and only where a file is new.
 *
 * @throws ServerError `FILE_NOT_FOUND` for a file of somebody else, or one that is removed
 */
export async function claimFiles(sql: Sql, { caseId, personId, before, after }: FileClaim): Promise<void> {
  const known = fileIdsIn(before)
  const fresh = [...fileIdsIn(after)].filter((id) => !known.has(id))
  if (fresh.length === 0) return
  const list = placeholders(1, fresh.length)
  const claimed = await sql.run(
    `INSERT INTO file_use (file_id, case_id)
     SELECT f.id, ? FROM stored_file f WHERE f.id IN ${list} AND f.owner_id = ? AND f.removed_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM file_use u WHERE u.file_id = f.id AND u.case_id = ?)`,
    [caseId, ...fresh, personId, caseId],
  )
  if (claimed === fresh.length) return
  const foreign = await sql.first<{ id: string }>(
    `SELECT f.id FROM stored_file f WHERE f.id IN ${list}
     AND NOT EXISTS (SELECT 1 FROM file_use u WHERE u.file_id = f.id AND u.case_id = ?)`,
    [...fresh, caseId],
  )
  if (foreign) throw new ServerError('FILE_NOT_FOUND', { fileId: foreign.id })
}

/** Ids of the cases that use a file: in their values, or as the signature under a decision. */
export async function casesUsing(sql: Sql, fileId: string): Promise<string[]> {
  const rows = await sql.all<{ case_id: string }>(
    'SELECT case_id FROM file_use WHERE file_id = ? UNION SELECT case_id FROM task WHERE signature = ? UNION SELECT case_id FROM archived_file WHERE file_id = ?',
    [fileId, fileId, fileId],
  )
  return rows.map(({ case_id }) => case_id)
}
