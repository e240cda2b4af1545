import type { z } from 'zod'
import { decodeCursor, toPage } from '../../db/keyset-cursor.ts'
import { containing, contains } from '../../db/like.ts'
import { placeholders, type Sql, type SqlValue } from '../../db/sql.ts'
import type { CaseQuery, ListedCase } from './case-schema.ts'
import { COPIED } from './copy-repository.ts'

interface SummaryRow {
  id: string
  number: string
  matter_key: string
  matter_title: string
  status: z.input<typeof ListedCase>['status']
  round: number
  title: string
  digest: string
  initiator_id: string
  initiator_name: string
  initiator_unit: string
  waiting: string
  started_at: string
  ended_at: string | null
  updated_at: string
  /** Of the box `cc`. */
  sent_by?: string
  sent_at?: string
  unread?: number
}

const COLUMNS =
  'c.id, c.number, c.matter_key, c.matter_title, c.status, c.round, c.title, c.digest, c.initiator_id, c.initiator_name,' +
  ' c.initiator_unit, c.waiting, c.started_at, c.ended_at, c.updated_at'

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
  const rows = await sql.all<SummaryRow>(
    `SELECT ${columns} FROM ${from}${where.length > 0 ? ` WHERE ${where.join(' AND ')}` : ''}
     ORDER BY ${order} DESC, c.id DESC LIMIT ?`,
    [...values, query.limit + 1],
  )
  const { items, nextCursor } = toPage(rows, query.limit, (row) => [row.sent_at ?? row.started_at, row.id])
  return { items: items.map((row) => toSummary(row, reader)), nextCursor }
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

function toSummary(row: SummaryRow, { nameOf }: CaseListReader): z.input<typeof ListedCase> {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    digest: row.digest,
    matter: { key: row.matter_key, title: row.matter_title },
    status: row.status,
    initiator: { id: row.initiator_id, name: row.initiator_name, unitName: row.initiator_unit },
    startedAt: row.started_at,
    endedAt: row.ended_at,
    updatedAt: row.updated_at,
    at: JSON.parse(row.waiting),
    round: row.round,
    copy:
      row.sent_at === undefined
        ? null
        : { by: nameOf(row.sent_by ?? ''), at: row.sent_at, unread: Number(row.unread) === 1 },
  }
}
