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
  /** Values and opinions before and after. */
  before: unknown
  after: unknown
}

/**
 * Remembers which files a case uses from now on (table `file_use`): whoever may read the case may read them. Only one's own
 * files can be brought in, or naming somebody's file would be enough to read it. Asks the database only when a file is new.
 *
 * @throws ServerError `FILE_NOT_FOUND` for a file of somebody else
 */
export async function claimFiles(sql: Sql, { caseId, personId, before, after }: FileClaim): Promise<void> {
  const known = fileIdsIn(before)
  const fresh = [...fileIdsIn(after)].filter((id) => !known.has(id))
  if (fresh.length === 0) return
  const files = await sql.all<{ id: string; owner_id: string; used: number }>(
    `select f.id, f.owner_id, (select count(*) from file_use u where u.file_id = f.id and u.case_id = ?) as used
     from stored_file f where f.id in ${placeholders(1, fresh.length)}`,
    [caseId, ...fresh],
  )
  const foreign = files.find(({ owner_id, used }) => owner_id !== personId && used === 0)
  if (foreign) throw new ServerError('FILE_NOT_FOUND', { fileId: foreign.id })
  const unused = files.filter(({ used }) => used === 0)
  if (unused.length === 0) return
  await sql.run(
    `insert into file_use (file_id, case_id) values ${placeholders(unused.length, 2)}`,
    unused.flatMap(({ id }) => [id, caseId]),
  )
}

/** Ids of the cases that use a file. */
export async function casesUsing(sql: Sql, fileId: string): Promise<string[]> {
  const rows = await sql.all<{ case_id: string }>('select case_id from file_use where file_id = ?', [fileId])
  return rows.map(({ case_id }) => case_id)
}
