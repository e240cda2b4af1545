import type { z } from 'zod'
import { decodeCursor, toPage } from '../../db/keyset-cursor.ts'
import type { Sql, SqlValue } from '../../db/sql.ts'
import type { NoticeKind } from './notice.ts'
import { countUnread } from './notification-repository.ts'
import type { NotificationList, NotificationQuery } from './notification-schema.ts'

interface ListRow {
  id: string
  kind: NoticeKind
  at: string
  unread: number
  task_id: string
  element_name: string | null
  status: string | null
  case_id: string
  number: string
  title: string
  matter_key: string
  matter_title: string
  by_name: string | null
  text: string | null
}

/** Whose words go with a notification: why it was returned, what was asked for. */
const WITH_TEXT: readonly NoticeKind[] = ['returned', 'urged', 'copied']

/**
 * One page of what a person was told, the latest first. The words come from case and history as they stand now.
 *
 * @throws ServerError `CURSOR_INVALID`
 */
export async function listNotifications(
  sql: Sql,
  personId: string,
  { cursor, limit, unread }: z.output<typeof NotificationQuery>,
): Promise<z.input<typeof NotificationList>> {
  const where = ['n.person_id = ?']
  const values: SqlValue[] = [personId]
  if (unread) where.push('n.unread = 1')
  if (cursor) {
    const [id = null] = decodeCursor(cursor, 1)
    where.push('n.id < ?')
    values.push(id)
  }
  const rows = await sql.all<ListRow>(
    `SELECT n.id, n.kind, n.at, n.unread, n.task_id, n.element_name, n.status, n.case_id, c.number, c.title, c.matter_key,
            c.matter_title, h.person_name AS by_name, h.opinion AS text
     FROM notification n JOIN case_instance c ON c.id = n.case_id LEFT JOIN history h ON h.id = n.record_id
     WHERE ${where.join(' AND ')} ORDER BY n.id DESC LIMIT ?`,
    [...values, limit + 1],
  )
  const { items, nextCursor } = toPage(rows, limit, (row) => [row.id])
  const counts = await countUnread(sql, [personId])
  return { items: items.map(present), nextCursor, unread: counts.get(personId) ?? 0 }
}

function present(row: ListRow): z.input<typeof NotificationList>['items'][number] {
  return {
    id: row.id,
    kind: row.kind,
    at: row.at,
    unread: row.unread === 1,
    taskId: row.task_id || null,
    element: row.element_name,
    status: row.status as z.input<typeof NotificationList>['items'][number]['status'],
    case: {
      id: row.case_id,
      number: row.number,
      // An administrator has no part in cases: which one it is, the number tells.
      title: row.kind === 'incident' ? null : row.title,
      matter: { key: row.matter_key, title: row.matter_title },
    },
    by: row.by_name,
    text: WITH_TEXT.includes(row.kind) ? row.text : null,
  }
}
