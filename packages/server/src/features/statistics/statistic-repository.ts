import { placeholders, type Sql } from '../../db/sql.ts'
import type { HistoryKind } from '../cases/history-chain.ts'
import type { Count, CountedRecord, Measure } from './count-records.ts'

const PROGRESS = 'history'
/** Before every id of UUIDv7. */
const NOTHING_YET = '00000000-0000-0000-0000-000000000000'

export async function readProgress(sql: Sql): Promise<{ lastId: string; updatedAt: string | null }> {
  const row = await sql.first<{ last_id: string; updated_at: string }>(
    'SELECT last_id, updated_at FROM statistic_progress WHERE name = ?',
    [PROGRESS],
  )
  return { lastId: row?.last_id ?? NOTHING_YET, updatedAt: row?.updated_at ?? null }
}

/** @returns false when another process has counted meanwhile: then these counts may not be added */
export async function moveProgress(sql: Sql, from: string, to: string, at: string): Promise<boolean> {
  if (from === NOTHING_YET) {
    const first = { name: PROGRESS, last_id: to, updated_at: at }
    if (await sql.insertNew('statistic_progress', first)) return true
  }
  const moved = await sql.run(
    'UPDATE statistic_progress SET last_id = ?, updated_at = ? WHERE name = ? AND last_id = ?',
    [to, at, PROGRESS, from],
  )
  return moved === 1
}

interface RecordRow {
  id: string
  at: string
  kind: HistoryKind
  element_id: string | null
  unit_name: string | null
  decision: string | null
  matter_key: string
  initiator_unit: string
  started_at: string
  received_at: string | null
  due_at: string | null
}

/** Records between two ids: a range of the primary key, joined by primary keys. */
export async function readRecords(sql: Sql, after: string, before: string, limit: number): Promise<CountedRecord[]> {
  const rows = await sql.all<RecordRow>(
    `SELECT h.id, h.at, h.kind, h.element_id, h.unit_name, h.decision,
            c.matter_key, c.initiator_unit, c.started_at, t.received_at, t.due_at
     FROM history h JOIN case_instance c ON c.id = h.case_id
     LEFT JOIN task t ON t.id = h.task_id AND t.person_id = h.person_id
     WHERE h.id > ? AND h.id < ? ORDER BY h.id LIMIT ?`,
    [after, before, limit],
  )
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    kind: row.kind,
    elementId: row.element_id,
    unitName: row.unit_name,
    decision: row.decision,
    matterKey: row.matter_key,
    initiatorUnit: row.initiator_unit,
    startedAt: row.started_at,
    receivedAt: row.received_at,
    dueAt: row.due_at,
  }))
}

export async function addCounts(sql: Sql, counts: readonly Count[]): Promise<void> {
  for (const { month, matterKey, unitName, elementId, measure, bucket, amount } of counts) {
    const place = [matterKey, month, measure, unitName, elementId, bucket]
    const raised = await sql.run(
      `UPDATE statistic SET amount = amount + ? WHERE matter_key = ? AND month = ? AND measure = ? AND unit_name = ?
       AND element_id = ? AND bucket = ?`,
      [amount, ...place],
    )
    if (raised > 0) continue
    const row = { matter_key: matterKey, month, measure, unit_name: unitName, element_id: elementId, bucket, amount }
    await sql.insertNew('statistic', row)
  }
}

interface CountRow {
  month: string
  matter_key: string
  unit_name: string
  element_id: string
  measure: Measure
  bucket: number
  amount: number
}

/** The counts of these matters from one month to another, both included. */
export async function readCounts(sql: Sql, matters: readonly string[], from: string, to: string): Promise<Count[]> {
  if (matters.length === 0) return []
  const rows = await sql.all<CountRow>(
    `SELECT month, matter_key, unit_name, element_id, measure, bucket, amount FROM statistic
     WHERE matter_key IN ${placeholders(1, matters.length)} AND month >= ? AND month <= ?`,
    [...matters, from, to],
  )
  return rows.map((row) => ({
    month: row.month,
    matterKey: row.matter_key,
    unitName: row.unit_name,
    elementId: row.element_id,
    measure: row.measure,
    bucket: row.bucket,
    amount: Number(row.amount),
  }))
}

/** Open tasks past their due date, by matter: as many index entries as there are. One task of several receivers counts once. */
export async function readOverdue(sql: Sql, matters: readonly string[], now: string): Promise<Map<string, number>> {
  if (matters.length === 0) return new Map()
  const rows = await sql.all<{ matter_key: string; overdue: number }>(
    `SELECT matter_key, COUNT(DISTINCT id) AS overdue FROM task WHERE state = 'open' AND due_order < ?
     AND matter_key IN ${placeholders(1, matters.length)} GROUP BY matter_key`,
    [now, ...matters],
  )
  return new Map(rows.map(({ matter_key, overdue }) => [matter_key, Number(overdue)]))
}
