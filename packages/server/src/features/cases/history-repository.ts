import { placeholders, type Sql, type SqlValue } from '../../db/sql.ts'
import type { Notice } from '../notifications/notice.ts'
import { readArchivedHistory } from './archived-case.ts'
import type { HistoryKind, LinkedRecord } from './history-chain.ts'

interface HistoryRow {
  id: string
  case_id: string
  seq: number
  case_version: number
  at: string
  kind: HistoryKind
  task_id: string | null
  element_id: string | null
  element_name: string | null
  round: number | null
  seat: number | null
  seats: number | null
  person_id: string | null
  person_name: string | null
  unit_name: string | null
  to_name: string | null
  decision: string | null
  opinion: string | null
  changes: string | null
  undoes: string | null
  hash: string
}

/** The answer kept with the act of an `Idempotency-Key`. */
export interface KeptAnswer {
  requestDigest: string
  response: string
}

/** How the first record of a command carries its idempotency key. */
export interface KeyedAnswer extends KeptAnswer {
  personId: string
  key: string
}

const COLUMNS =
  'id, case_id, seq, case_version, at, kind, task_id, element_id, element_name, round, seat, seats, person_id, person_name, unit_name,' +
  ' to_name, decision, opinion, changes, undoes, hash'
const WRITTEN = `${COLUMNS}, idempotency_key, request_digest, response, notices`

/**
 * Appends records in one statement. The key and the answer ride on the record of the person who acted, the first one, so a
 * repeat that was acknowledged is found without a statement more; whom the command tells rides on the first record.
 */
export async function insertHistory(
  sql: Sql,
  records: readonly LinkedRecord[],
  { keyed, notices = [] }: { keyed?: KeyedAnswer | undefined; notices?: readonly Notice[] },
): Promise<void> {
  if (records.length === 0) return
  const values: SqlValue[] = []
  let pending = keyed
  for (const record of records) {
    const answer = pending && record.personId === pending.personId ? pending : undefined
    if (answer) pending = undefined
    values.push(
      record.id,
      record.caseId,
      record.seq,
      record.caseVersion,
      record.at,
      record.kind,
      record.taskId,
      record.elementId,
      record.elementName,
      record.round,
      record.seat,
      record.seats,
      record.personId,
      record.personName,
      record.unitName,
      record.toName,
      record.decision,
      record.opinion,
      record.changes.length ? JSON.stringify(record.changes) : null,
      record.undoes.length ? JSON.stringify(record.undoes) : null,
      record.hash,
      answer?.key ?? null,
      answer?.requestDigest ?? null,
      answer?.response ?? null,
      record === records[0] && notices.length > 0 ? JSON.stringify(notices) : null,
    )
  }
  await sql.run(`INSERT INTO history (${WRITTEN}) VALUES ${placeholders(records.length, 25)}`, values)
}

/** All records of a case, first to last, archived or not. */
export async function readHistory(sql: Sql, caseId: string): Promise<LinkedRecord[]> {
  const rows = await sql.all<HistoryRow>(`SELECT ${COLUMNS} FROM history WHERE case_id = ? ORDER BY seq`, [caseId])
  return rows.length > 0 ? rows.map(toRecord) : readArchivedHistory(sql, caseId)
}

/** What came after a version of the case. */
export async function readHistorySince(sql: Sql, caseId: string, caseVersion: number): Promise<LinkedRecord[]> {
  const rows = await sql.all<HistoryRow>(
    `SELECT ${COLUMNS} FROM history WHERE case_id = ? AND case_version > ? ORDER BY seq`,
    [caseId, caseVersion],
  )
  return rows.map(toRecord)
}

export async function findKeptAnswer(sql: Sql, personId: string, key: string): Promise<KeptAnswer | undefined> {
  const row = await sql.first<{ request_digest: string; response: string }>(
    'SELECT request_digest, response FROM history WHERE person_id = ? AND idempotency_key = ?',
    [personId, key],
  )
  return row && { requestDigest: row.request_digest, response: row.response }
}

function toRecord(row: HistoryRow): LinkedRecord {
  return {
    id: row.id,
    caseId: row.case_id,
    seq: row.seq,
    caseVersion: row.case_version,
    at: row.at,
    kind: row.kind,
    taskId: row.task_id,
    elementId: row.element_id,
    elementName: row.element_name,
    round: row.round,
    seat: row.seat,
    seats: row.seats,
    personId: row.person_id,
    personName: row.person_name,
    unitName: row.unit_name,
    toName: row.to_name,
    decision: row.decision,
    opinion: row.opinion,
    changes: row.changes ? JSON.parse(row.changes) : [],
    undoes: row.undoes ? JSON.parse(row.undoes) : [],
    hash: row.hash,
  }
}
