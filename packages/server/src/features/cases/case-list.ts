import type { z } from 'zod'
import { decodeCursor, toPage } from '../../db/keyset-cursor.ts'
import { containing, contains } from '../../db/like.ts'
import { placeholders, type Sql, type SqlValue } from '../../db/sql.ts'
import type { CaseQuery, CaseSummary } from './case-schema.ts'
import { COPIED } from './copy-repository.ts'

interface SummaryRow {
  id: string
  number: string
  matter_key: string
  matter_title: string
  status: z.input<typeof CaseSummary>['status']
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
}

/**
 * One page of a person's cases, the latest first.
 *
 * @throws ServerError `CURSOR_INVALID`
 */
export async function listCases(sql: Sql, reader: CaseListReader, query: z.output<typeof CaseQuery>) {
  const where: string[] = []
  const values: SqlValue[] = []
  const and = (condition: string, ...bound: SqlValue[]) => {
    where.push(condition)
    values.push(...bound)
  }
  const box = inBox(query.box, reader)
  and(box.condition, ...box.values)
  if (query.status) and('c.status = ?', query.status)
  if (query.q) {
    const pattern = containing(query.q)
    const columns = ['c.title', 'c.digest', 'c.number'].map(contains)
    and(`(${columns.join(' OR ')})`, pattern, pattern, pattern)
  }
  if (query.cursor) {
    const [startedAt = null, id = null] = decodeCursor(query.cursor, 2)
    and('c.started_at <= ? AND (c.started_at < ? OR c.id < ?)', startedAt, startedAt, id)
  }
  const rows = await sql.all<SummaryRow>(
    `SELECT ${COLUMNS} FROM case_instance c WHERE ${where.join(' AND ')} ORDER BY c.started_at DESC, c.id DESC LIMIT ?`,
    [...values, query.limit + 1],
  )
  const { items, nextCursor } = toPage(rows, query.limit, (row) => [row.started_at, row.id])
  return { items: items.map(toSummary), nextCursor }
}

function inBox(box: z.output<typeof CaseQuery>['box'], { personId, readableMatters }: CaseListReader) {
  if (box === 'mine') return { condition: 'c.initiator_id = ?', values: [personId] }
  if (box === 'involved') return { condition: ACTED, values: [personId] }
  if (box === 'cc') return { condition: COPIED, values: [personId] }
  const byRole = readableMatters.length > 0 ? ` OR c.matter_key IN ${placeholders(1, readableMatters.length)}` : ''
  return {
    condition: `(c.initiator_id = ? OR ${RECEIVED} OR ${COPIED}${byRole})`,
    values: [personId, personId, personId, ...readableMatters],
  }
}

function toSummary(row: SummaryRow): z.input<typeof CaseSummary> {
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
  }
}
