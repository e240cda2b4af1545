import type { Sql, SqlValue } from '../../db/sql.ts'
import { placeholders } from '../../db/sql.ts'
import { archivePlace } from '../cases/archived-case.ts'
import { findCaseLocked } from '../cases/case-repository.ts'
import { readHistory } from '../cases/history-repository.ts'

/** What of a case is in other tables, and goes with it. */
const PARTS = ['notification', 'subscription', 'case_copy', 'file_use', 'history', 'task'] as const

const OPEN = new Set<string>(['running', 'suspended'])

interface TaskRow {
  person_id: string
  element_id: string
  completed_by: string | null
  [column: string]: SqlValue
}

export interface ArchiveTerms {
  at: string
  /** Closed before this instant. */
  closedBefore: string
  /** Last day on which it must be there; null: it stays. */
  keepUntil: string | null
}

/**
 * Moves one closed case into the archive, in the caller's transaction: values and instance (sealed where the server has keys), the chain of
 * its history as it is, its tasks, who may read which part of it, and which files it uses.
 *
 * @returns false where it is not closed for long enough, or another process was first
 */
export async function archiveCase(sql: Sql, id: string, terms: ArchiveTerms): Promise<boolean> {
  const record = await findCaseLocked(sql, id)
  if (!record || OPEN.has(record.status) || record.endedAt === null || record.endedAt >= terms.closedBefore)
    return false
  const history = await readHistory(sql, id)
  const tasks = await sql.all<TaskRow>('SELECT * FROM task WHERE case_id = ? ORDER BY received_at, id, person_id', [id])
  const copies = await sql.all<{ person_id: string; element_id: string }>(
    'SELECT person_id, element_id FROM case_copy WHERE case_id = ?',
    [id],
  )
  const row: Record<string, SqlValue> = {
    id,
    number: record.number,
    matter_key: record.matterKey,
    matter_title: record.matterTitle,
    status: record.status,
    round: record.round,
    title: record.title,
    digest: record.digest,
    initiator_id: record.initiatorId,
    initiator_name: record.initiatorName,
    initiator_unit: record.initiatorUnit,
    started_at: record.startedAt,
    ended_at: record.endedAt,
    updated_at: record.updatedAt,
    archived_at: terms.at,
    keep_until: terms.keepUntil,
    history_seq: record.head.seq,
    history_head: record.head.hash,
    content: sql.vault.seal(JSON.stringify(record), archivePlace(id)),
    history: JSON.stringify(history),
    tasks: JSON.stringify(tasks),
  }
  const columns = Object.keys(row)
  await sql.run(
    `INSERT INTO archived_case (${columns.join(', ')}) VALUES ${placeholders(1, columns.length)}`,
    Object.values(row),
  )
  await insertAccess(sql, id, [
    ...tasks.map((task) => [task.person_id, task.element_id, 'task']),
    ...tasks.filter((task) => task.completed_by === task.person_id).map((task) => [task.person_id, '', 'acted']),
    ...copies.map((copy) => [copy.person_id, copy.element_id, 'copy']),
  ])
  await sql.run(
    `INSERT INTO archived_file (file_id, case_id) SELECT file_id, case_id FROM file_use WHERE case_id = ?
     UNION SELECT signature, case_id FROM task WHERE case_id = ? AND signature IS NOT NULL`,
    [id, id],
  )
  for (const table of PARTS) await sql.run(`DELETE FROM ${table} WHERE case_id = ?`, [id])
  await sql.run('DELETE FROM case_instance WHERE id = ?', [id])
  return true
}

/** Rows of one statement. */
const MANY = 200

async function insertAccess(sql: Sql, id: string, entries: readonly string[][]): Promise<void> {
  const fresh = [...new Map(entries.map((entry) => [entry.join('\n'), entry])).values()]
  for (let at = 0; at < fresh.length; at += MANY) {
    const some = fresh.slice(at, at + MANY)
    await sql.run(
      `INSERT INTO archived_access (case_id, person_id, element_id, kind) VALUES ${placeholders(some.length, 4)}`,
      some.flatMap((entry) => [id, ...entry]),
    )
  }
}
