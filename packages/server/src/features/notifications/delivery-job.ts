import type { Database } from '../../db/database.ts'
import type { Job, JobHandler } from '../../jobs/job.ts'
import type { Directory } from '../../ports/directory/directory.ts'
import type { Notifier, OutgoingNotification } from '../../ports/notifier/notifier.ts'
import { personRef } from '../directory/person-ref.ts'
import type { NoticeKind } from './notice.ts'
import type { NotificationRecord } from './notification-repository.ts'

const MAX_ATTEMPTS = 10

/** One delivery a notifier and act: whoever is told of the same act is told in one request. */
export function deliveryJobs(
  added: readonly NotificationRecord[],
  notifiers: readonly Notifier[],
  { at, newId }: { at: string; newId: () => string },
): Job[] {
  return notifiers.flatMap(({ name, kinds }) => {
    const wanted = added.filter(({ kind }) => kinds?.includes(kind) ?? true)
    const byRecord = new Map(wanted.map(({ recordId, caseId }) => [recordId, caseId]))
    return [...byRecord].map(([recordId, caseId]) => ({
      id: newId(),
      kind: 'notification' as const,
      key: `notification:${name}:${recordId}`,
      caseId,
      payload: { notifier: name, recordId },
      runAt: at,
      attempts: 0,
      maxAttempts: MAX_ATTEMPTS,
    }))
  })
}

export interface DeliveryJobDeps {
  db: Database
  directory: Directory
  notifiers: readonly Notifier[]
  /** Address of the application, with a slash at the end. */
  publicUrl: string
}

/** Delivers notifications by the notifiers; one that is not configured any more has nothing to deliver. */
export function notificationJobs({ db, directory, notifiers, publicUrl }: DeliveryJobDeps): JobHandler {
  return {
    kind: 'notification',
    async run(job) {
      const { notifier: name, recordId } = job.payload as { notifier: string; recordId: string }
      const notifier = notifiers.find((one) => one.name === name)
      if (notifier) {
        const rows = await readOutgoing(db, recordId)
        const wanted = rows.filter(({ kind }) => notifier.kinds?.includes(kind) ?? true)
        if (wanted.length > 0)
          await notifier.send(
            wanted.map((row) => present(row, directory, publicUrl)),
            job.key,
          )
      }
      return async () => {}
    },
  }
}

interface OutgoingRow {
  id: string
  kind: NoticeKind
  at: string
  person_id: string
  task_id: string
  element_name: string | null
  case_id: string
  number: string
  title: string
  matter_key: string
  matter_title: string
}

function readOutgoing({ read }: Database, recordId: string): Promise<OutgoingRow[]> {
  return read.all<OutgoingRow>(
    `SELECT n.id, n.kind, n.at, n.person_id, n.task_id, n.element_name, n.case_id, c.number, c.title, c.matter_key,
            c.matter_title
     FROM notification n JOIN case_instance c ON c.id = n.case_id WHERE n.record_id = ? ORDER BY n.id`,
    [recordId],
  )
}

function present(row: OutgoingRow, directory: Directory, publicUrl: string): OutgoingNotification {
  const { id, name } = personRef(directory, row.person_id)
  return {
    id: row.id,
    kind: row.kind,
    at: row.at,
    person: { id, name },
    case: {
      id: row.case_id,
      number: row.number,
      title: row.kind === 'incident' ? null : row.title,
      matter: { key: row.matter_key, title: row.matter_title },
    },
    task: row.task_id || null,
    element: row.element_name,
    url: publicUrl + pageOf(row),
  }
}

function pageOf({ kind, task_id, case_id }: OutgoingRow): string {
  if (kind === 'incident') return 'jobs'
  return task_id ? `task?id=${encodeURIComponent(task_id)}` : `case?id=${encodeURIComponent(case_id)}`
}
