import { later } from '../../clock.ts'
import { placeholders } from '../../db/sql.ts'
import type { Directory } from '../../ports/directory/directory.ts'
import { addNotifications, type RelayDeps } from './notification-relay.ts'
import { lockNotified, readMade } from './notification-repository.ts'

export interface DueReminderDeps extends RelayDeps {
  directory: Directory
  remindBeforeMs: number
}

interface DueRow {
  id: string
  person_id: string
  case_id: string
  element_name: string
  received_at: string
  due_at: string
}

const PEOPLE = 200

/**
 * Reminds of open tasks that fall due within the time before. Read person by person along the index of the inbox: no index more has to
 * be kept for it. What came later than the reminder would have is not reminded of: its receiver has just been told.
 *
 * @returns how many reminders were made
 */
export async function remindOfDueTasks(deps: DueReminderDeps): Promise<number> {
  const { db, clock, newId, remindBeforeMs } = deps
  if (remindBeforeMs === 0) return 0
  const now = clock()
  const rows = (await readDueTasks(deps, now)).filter(
    ({ received_at, due_at }) => received_at < later(due_at, -remindBeforeMs),
  )
  const recordIds = [...new Set(rows.map(toRecordId))]
  const known = await readMade(db.read, recordIds)
  if (recordIds.every((id) => known.has(id))) return 0
  return db.write(async (sql) => {
    await lockNotified(sql)
    const made = await readMade(sql, recordIds)
    const added = rows
      .filter((row) => !made.has(toRecordId(row)))
      .map((row) => ({
        id: newId(),
        recordId: toRecordId(row),
        personId: row.person_id,
        kind: 'dueSoon' as const,
        taskId: row.id,
        caseId: row.case_id,
        elementName: row.element_name,
        status: null,
        at: now,
      }))
    await addNotifications(deps, sql, added)
    return added.length
  })
}

async function readDueTasks({ db, directory, remindBeforeMs }: DueReminderDeps, now: string): Promise<DueRow[]> {
  const people = directory.people().map(({ id }) => id)
  const found: DueRow[] = []
  for (let at = 0; at < people.length; at += PEOPLE) {
    const some = people.slice(at, at + PEOPLE)
    const rows = await db.read.all<DueRow>(
      `SELECT id, person_id, case_id, element_name, received_at, due_at FROM task
       WHERE person_id IN ${placeholders(1, some.length)} AND state = 'open' AND due_order > ? AND due_order <= ?`,
      [...some, now, later(now, remindBeforeMs)],
    )
    found.push(...rows)
  }
  return found
}

function toRecordId({ id }: DueRow): string {
  return `due:${id}`
}
