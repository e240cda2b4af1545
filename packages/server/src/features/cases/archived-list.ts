import type { z } from 'zod'
import { decodeCursor, toPage } from '../../db/keyset-cursor.ts'
import { containing, contains } from '../../db/like.ts'
import { placeholders, type Sql, type SqlValue } from '../../db/sql.ts'
import type { CaseListReader } from './case-list.ts'
import type { CaseQuery, ListedCase } from './case-schema.ts'
import { type CaseSummaryRow, summaryColumns, summaryOf } from './case-summary.ts'

interface ArchivedRow extends CaseSummaryRow {
  archived_at: string
}

type Query = Omit<z.output<typeof CaseQuery>, 'archived'> & { number?: string }

const COLUMNS = `${summaryColumns('a')}, a.archived_at`

/** One page of a person's archived cases, the latest first. @throws ServerError `CURSOR_INVALID` */
export async function listArchivedCases(sql: Sql, reader: CaseListReader, query: Query) {
  const where = ['a.removed_at IS NULL']
  const values: SqlValue[] = []
  const and = (condition: string, ...bound: SqlValue[]) => {
    where.push(condition)
    values.push(...bound)
  }
  const box = inBox(query.box, reader)
  and(box.condition, ...box.values)
  if (query.status) and('a.status = ?', query.status)
  if (query.number !== undefined) and('a.number = ?', query.number)
  if (query.q) {
    const pattern = containing(query.q)
    and(`(${['a.title', 'a.digest', 'a.number'].map(contains).join(' OR ')})`, pattern, pattern, pattern)
  }
  if (query.cursor) {
    const [at = null, id = null] = decodeCursor(query.cursor, 2)
    and('a.started_at <= ? AND (a.started_at < ? OR a.id < ?)', at, at, id)
  }
  const rows = await sql.all<ArchivedRow>(
    `SELECT ${COLUMNS}
     FROM archived_case a WHERE ${where.join(' AND ')} ORDER BY a.started_at DESC, a.id DESC LIMIT ?`,
    [...values, query.limit + 1],
  )
  const { items, nextCursor } = toPage(rows, query.limit, (row) => [row.started_at, row.id])
  return { items: items.map(toListed), nextCursor }
}

function inBox(box: Query['box'], { personId, readableMatters }: CaseListReader) {
  const has = (kinds: string) =>
    `EXISTS (SELECT 1 FROM archived_access p WHERE p.case_id = a.id AND p.person_id = ? AND p.kind IN (${kinds}))`
  if (box === 'mine') return { condition: 'a.initiator_id = ?', values: [personId] }
  if (box === 'involved') return { condition: has("'acted'"), values: [personId] }
  if (box === 'cc') return { condition: has("'copy'"), values: [personId] }
  const byRole = readableMatters.length > 0 ? ` OR a.matter_key IN ${placeholders(1, readableMatters.length)}` : ''
  return {
    condition: `(a.initiator_id = ? OR ${has("'task', 'copy'")}${byRole})`,
    values: [personId, personId, ...readableMatters],
  }
}

function toListed(row: ArchivedRow): z.input<typeof ListedCase> {
  return { ...summaryOf(row), at: [], copy: null, archivedAt: row.archived_at }
}
