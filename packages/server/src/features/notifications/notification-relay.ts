import type { Database } from '../../db/database.ts'
import type { Sql } from '../../db/sql.ts'
import type { JobQueue } from '../../jobs/job-queue.ts'
import type { Notifier } from '../../ports/notifier/notifier.ts'
import { deliveryJobs } from './delivery-job.ts'
import {
  insertNotifications,
  lockNotified,
  moveNotified,
  type NotificationRecord,
  readByActing,
  readMade,
  readNotified,
  readToldRecords,
  type ToldRecord,
} from './notification-repository.ts'

export interface RelayDeps {
  db: Database
  newId: () => string
  clock: () => string
  jobs: Pick<JobQueue, 'add'>
  notifiers: readonly Notifier[]
}

const BATCH = 500
/** No id of a UUID comes after it, in whatever order a database sorts texts. */
const AFTER_ALL = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const MOST_SEEN = 20_000

/**
 * Makes the notifications that history records ask for, with their deliveries, in transactions of their own behind the commands. Who
 * makes them holds the progress for itself until the COMMIT, so that what is there is known.
 *
 * @param seen records that this process need not look at again
 * @returns how many were made
 */
export async function makeNotifications(
  deps: RelayDeps,
  { after, before }: { after?: string; before?: string },
  seen: Set<string>,
): Promise<number> {
  const { db } = deps
  let made = 0
  let from = after ?? (await readNotified(db.read))
  for (;;) {
    const records = await readToldRecords(db.read, from, before ?? AFTER_ALL, BATCH)
    const last = records.at(-1)?.id
    const complete = records.length < BATCH
    const fresh = records.filter(({ id, notices, seen: looked }) => !seen.has(id) && (notices.length > 0 || looked))
    const until = complete ? before : last
    if (fresh.length > 0 || (before !== undefined && last !== undefined)) {
      made += await db.write((sql) => makeSome(deps, sql, fresh, before !== undefined ? until : undefined))
    }
    if (seen.size > MOST_SEEN) seen.clear()
    for (const { id } of fresh) seen.add(id)
    if (complete || last === undefined) return made
    from = last
  }
}

async function makeSome(
  deps: RelayDeps,
  sql: Sql,
  records: readonly ToldRecord[],
  until: string | undefined,
): Promise<number> {
  const progress = await lockNotified(sql)
  const known = await readMade(
    sql,
    records.filter(({ notices }) => notices.length > 0).map(({ id }) => id),
  )
  const added = records.filter(({ id }) => !known.has(id)).flatMap((record) => toNotifications(record, deps.newId))
  await addNotifications(deps, sql, added)
  for (const { seen } of records) if (seen) await readByActing(sql, seen)
  if (until !== undefined && until > progress) await moveNotified(sql, until)
  return added.length
}

/** Writes notifications and what the notifiers are to deliver of them. */
export async function addNotifications(
  { jobs, notifiers, newId, clock }: RelayDeps,
  sql: Sql,
  added: readonly NotificationRecord[],
): Promise<void> {
  await insertNotifications(sql, added)
  await jobs.add(sql, deliveryJobs(added, notifiers, { at: clock(), newId }))
}

function toNotifications({ id, caseId, at, notices }: ToldRecord, newId: () => string): NotificationRecord[] {
  const all = notices.flatMap(({ kind, to, task = null, element = null, status = null }) =>
    to.map((personId) => ({
      id: newId(),
      recordId: id,
      personId,
      kind,
      taskId: task,
      caseId,
      elementName: element,
      status,
      at,
    })),
  )
  const once = new Map(all.map((one) => [`${one.personId} ${one.kind} ${one.taskId}`, one]))
  return [...once.values()]
}
