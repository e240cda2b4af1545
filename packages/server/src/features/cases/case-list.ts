import type { z } from 'zod'
import { decodeCursor, toPage } from '../../db/keyset-cursor.ts'
import { containing, contains } from '../../db/like.ts'
import { placeholders, type Sql, type SqlValue } from '../../db/sql.ts'
import type { CaseQuery, ListedCase } from './case-schema.ts'
import { type CaseSummaryRow, summaryColumns, summaryOf } from './case-summary.ts'
import { COPIED } from './copy-repository.ts'

interface ListedRow extends CaseSummaryRow {
  waiting: string
  /** Of the box `cc`. */
  sent_by?: string
  sent_at?: string
  unread?: number
}

const COLUMNS = `${summaryColumns('c')}, c.waiting`

const ACTED =
  'EXISTS (SELECT 1 FROM task t WHERE t.case_id = c.id AND t.person_id = ? AND t.completed_by = t.person_id)'
const RECEIVED = 'EXISTS (SELECT 1 FROM task t WHERE t.case_id = c.id AND t.person_id = ?)'

export interface CaseListReader {
  personId: string
  /** Keys of the matters whose every case the person may read. */
  readableMatters: readonly string[]
  /** Name of a person, by id. */
  nameOf(id: string): string
}

/** The copies of one person, a row a case: who sent the last one, and whether it was looked at since. */
const OWN_COPIES = `(SELECT case_id, MAX(sent_at) AS sent_at, MAX(CASE WHEN read_at IS NULL THEN 1 ELSE 0 END) AS unread
  FROM case_copy WHERE person_id = ? GROUP BY case_id) k`
const LAST_SENDER = `(SELECT MIN(s.sent_by) FROM case_copy s
  WHERE s.case_id = c.id AND s.person_id = ? AND s.sent_at = k.sent_at) AS sent_by`

/**
 * One page of a person's cases, the latest first: by when they were begun, and those sent to them by when they were sent.
 *
 * @throws ServerError `CURSOR_INVALID`
 */
export async function listCases(sql: Sql, reader: CaseListReader, query: z.output<typeof CaseQuery>) {
  const { personId } = reader
  const copied = query.box === 'cc'
  const order = copied ? 'k.sent_at' : 'c.started_at'
  const where: string[] = []
  // In the order of their places in the text: the sender, the copies, then the conditions.
  const values: SqlValue[] = copied ? [personId, personId] : []
  const and = (condition: string, ...bound: SqlValue[]) => {
    where.push(condition)
    values.push(...bound)
  }
  const box = inBox(query.box, reader)
  if (box) and(box.condition, ...box.values)
  if (query.status) and('c.status = ?', query.status)
  if (query.q) {
    const pattern = containing(query.q)
    const columns = ['c.title', 'c.digest', 'c.number'].map(contains)
    and(`(${columns.join(' OR ')})`, pattern, pattern, pattern)
  }
  if (query.cursor) {
    const [at = null, id = null] = decodeCursor(query.cursor, 2)
    and(`${order} <= ? AND (${order} < ? OR c.id < ?)`, at, at, id)
  }
  const columns = copied ? `${COLUMNS}, k.sent_at, k.unread, ${LAST_SENDER}` : COLUMNS
  const from = copied ? `${OWN_COPIES} JOIN case_instance c ON c.id = k.case_id` : 'case_instance c'
  const rows = await sql.all<ListedRow>(
    `SELECT ${columns} FROM ${from}${where.length > 0 ? ` WHERE ${where.join(' AND ')}` : ''}
     ORDER BY ${order} DESC, c.id DESC LIMIT ?`,
    [...values, query.limit + 1],
  )
  const { items, nextCursor } = toPage(rows, query.limit, (row) => [row.sent_at ?? row.started_at, row.id])
  return { items: items.map((row) => toListed(row, reader)), nextCursor }
}

function inBox(box: z.output<typeof CaseQuery>['box'], { personId, readableMatters }: CaseListReader) {
  if (box === 'mine') return { condition: 'c.initiator_id = ?', values: [personId] }
  if (box === 'involved') return { condition: ACTED, values: [personId] }
  if (box === 'cc') return undefined
  const byRole = readableMatters.length > 0 ? ` OR c.matter_key IN ${placeholders(1, readableMatters.length)}` : ''
  return {
    condition: `(c.initiator_id = ? OR ${RECEIVED} OR ${COPIED}${byRole})`,
    values: [personId, personId, personId, ...readableMatters],
  }
}

function toListed(row: ListedRow, { nameOf }: CaseListReader): z.input<typeof ListedCase> {
  return {
    ...summaryOf(row),
    at: JSON.parse(row.waiting),
    copy:
      row.sent_at === undefined
        ? null
        : { by: nameOf(row.sent_by ?? ''), at: row.sent_at, unread: Number(row.unread) === 1 },
  }
}
