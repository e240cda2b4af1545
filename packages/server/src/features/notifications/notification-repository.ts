import { placeholders, type Sql } from '../../db/sql.ts'
import type { Notice, NoticeKind } from './notice.ts'

/** One thing that one person is told. */
export interface NotificationRecord {
  id: string
  /** The history record that it comes from, or `due:` and the task. */
  recordId: string
  personId: string
  kind: NoticeKind
  taskId: string | null
  caseId: string
  elementName: string | null
  status: string | null
  at: string
}

/** A history record as the notifications are made from it. */
export interface ToldRecord {
  id: string
  caseId: string
  at: string
  /** What the person who acted has looked at by it. */
  seen: { personId: string; taskId: string } | null
  notices: readonly Notice[]
}

const HISTORY = 'history'
const ROWS = 200

/** The history record up to which every notification is made; empty where none is. */
export async function readNotified(sql: Sql): Promise<string> {
  return (await findNotified(sql, '')) ?? ''
}

/** As `readNotified`, and nobody else makes notifications until the transaction ends. */
export async function lockNotified(sql: Sql): Promise<string> {
  const found = await findNotified(sql, sql.locking)
  if (found !== undefined) return found
  await sql.insertNew('notification_progress', { name: HISTORY, last_id: '' })
  return (await findNotified(sql, sql.locking)) ?? ''
}

async function findNotified(sql: Sql, locking: string): Promise<string | undefined> {
  const text = `SELECT last_id FROM notification_progress WHERE name = ?${locking}`
  return (await sql.first<{ last_id: string }>(text, [HISTORY]))?.last_id
}

export async function moveNotified(sql: Sql, lastId: string): Promise<void> {
  await sql.run('UPDATE notification_progress SET last_id = ? WHERE name = ?', [lastId, HISTORY])
}

/** Records between two ids, the last one excluded: a range of the primary key. */
export async function readToldRecords(sql: Sql, after: string, before: string, limit: number): Promise<ToldRecord[]> {
  const rows = await sql.all<{
    id: string
    case_id: string
    at: string
    person_id: string | null
    task_id: string | null
    notices: string | null
  }>(
    `SELECT id, case_id, at, person_id, task_id, notices FROM history WHERE id > ? AND id < ?
     ORDER BY id LIMIT ?`,
    [after, before, limit],
  )
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    at: row.at,
    seen: row.person_id && row.task_id ? { personId: row.person_id, taskId: row.task_id } : null,
    notices: row.notices ? JSON.parse(row.notices) : [],
  }))
}

/** Those of the records of which notifications are there. */
export async function readMade(sql: Sql, recordIds: readonly string[]): Promise<Set<string>> {
  const made = new Set<string>()
  for (const some of inParts(recordIds)) {
    const rows = await sql.all<{ record_id: string }>(
      `SELECT DISTINCT record_id FROM notification WHERE record_id IN ${placeholders(1, some.length)}`,
      some,
    )
    for (const { record_id } of rows) made.add(record_id)
  }
  return made
}

export async function insertNotifications(sql: Sql, records: readonly NotificationRecord[]): Promise<void> {
  for (const some of inParts(records)) {
    await sql.run(
      `INSERT INTO notification (id, record_id, person_id, kind, task_id, case_id, element_name, status, at, unread)
       VALUES ${placeholders(some.length, 10)}`,
      some.flatMap((one) => [
        one.id,
        one.recordId,
        one.personId,
        one.kind,
        one.taskId ?? '',
        one.caseId,
        one.elementName,
        one.status,
        one.at,
        1,
      ]),
    )
  }
}

/** What a person is told of a task is read when they have acted on it. */
export async function readByActing(sql: Sql, { personId, taskId }: NonNullable<ToldRecord['seen']>): Promise<void> {
  await sql.run('UPDATE notification SET unread = 0 WHERE person_id = ? AND unread = 1 AND task_id = ?', [
    personId,
    taskId,
  ])
}

/** @param ids of notifications of this person; others are left alone */
export async function markRead(sql: Sql, personId: string, ids: readonly string[]): Promise<void> {
  await sql.run(
    `UPDATE notification SET unread = 0 WHERE person_id = ? AND unread = 1 AND id IN ${placeholders(1, ids.length)}`,
    [personId, ...ids],
  )
}

/** All that the person had when they looked: what has come since stays unread. */
export async function markReadUpTo(sql: Sql, personId: string, lastId: string): Promise<void> {
  await sql.run('UPDATE notification SET unread = 0 WHERE person_id = ? AND unread = 1 AND id <= ?', [personId, lastId])
}

export async function markCaseRead(sql: Sql, personId: string, caseId: string): Promise<void> {
  await sql.run('UPDATE notification SET unread = 0 WHERE person_id = ? AND unread = 1 AND case_id = ?', [
    personId,
    caseId,
  ])
}

/** More than this are not counted: a number is shown up to 99. */
export const MOST_COUNTED = 100

/** How many each of these people has not read, at most `MOST_COUNTED`; those of archived cases are gone. */
export async function countUnread(sql: Sql, people: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const person of people) {
    const row = await sql.first<{ unread: number }>(
      `SELECT COUNT(*) AS unread FROM
       (SELECT 1 AS one FROM notification n JOIN case_instance c ON c.id = n.case_id
        WHERE n.person_id = ? AND n.unread = 1 LIMIT ${MOST_COUNTED}) AS counted`,
      [person],
    )
    counts.set(person, Number(row?.unread ?? 0))
  }
  return counts
}

/** Notifications made after this one, in order. */
export async function readMadeSince(
  sql: Sql,
  after: string,
  limit: number,
): Promise<Array<{ id: string; personId: string }>> {
  return sql.all<{ id: string; personId: string }>(
    'SELECT id, person_id AS "personId" FROM notification WHERE id > ? ORDER BY id LIMIT ?',
    [after, limit],
  )
}

/** Removes what was made before this id. */
export async function removeNotificationsBefore(sql: Sql, id: string): Promise<void> {
  await sql.run('DELETE FROM notification WHERE id < ?', [id])
}

function inParts<T>(all: readonly T[]): T[][] {
  const parts: T[][] = []
  for (let at = 0; at < all.length; at += ROWS) parts.push(all.slice(at, at + ROWS))
  return parts
}
