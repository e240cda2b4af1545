import type { z } from 'zod'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/database.ts'
import { firstIdOf } from '../../db/uuid-v7.ts'
import type { Actor } from '../../http/actor.ts'
import type { JobQueue } from '../../jobs/job-queue.ts'
import type { Directory } from '../../ports/directory/directory.ts'
import type { Notifier } from '../../ports/notifier/notifier.ts'
import { markCopiesRead } from '../cases/copy-repository.ts'
import { type DueReminderDeps, remindOfDueTasks } from './due-reminders.ts'
import { listNotifications } from './notification-list.ts'
import { makeNotifications } from './notification-relay.ts'
import { markCaseRead, markRead, markReadUpTo, removeNotificationsBefore } from './notification-repository.ts'
import type { NotificationList, NotificationQuery, ReadNotifications } from './notification-schema.ts'

export interface NotificationServiceDeps {
  db: Database
  directory: Directory
  clock: Clock
  newId: () => string
  jobs: Pick<JobQueue, 'add'>
  notifiers: readonly Notifier[]
  /** How long before a task falls due its receivers are reminded; 0: not at all. */
  remindBeforeMs: number
}

/** What people are told (提醒): in the plugin, and by the notifiers. */
export interface NotificationService {
  list(actor: Actor, query: z.output<typeof NotificationQuery>): Promise<z.input<typeof NotificationList>>
  read(actor: Actor, which: z.output<typeof ReadNotifications>): Promise<void>
  /** The person has looked at a case. */
  readCase(actor: Actor, caseId: string): Promise<void>
  /**
   * Makes the notifications of what has happened. Any number of processes may do it, as often as they like: each notification is made
   * once.
   *
   * @param after records after this id; by default after the last one of which all are known to be made
   * @param before records before this id, and from now on they are known to be made
   * @returns how many were made
   */
  make(range?: { after?: string; before?: string }): Promise<number>
  /** Reminds of tasks that fall due soon, each once. @returns how many were reminded */
  remind(): Promise<number>
  /** Removes what is older than a year. */
  prune(wallMs: number): Promise<void>
}

const KEPT_MS = 365 * 86_400_000

export function createNotificationService(deps: NotificationServiceDeps): NotificationService {
  const { db } = deps
  const seen = new Set<string>()
  const reminders: DueReminderDeps = deps
  return {
    list: ({ person }, query) => listNotifications(db.read, person.id, query),
    read: ({ person }, which) =>
      db.write((sql) =>
        'ids' in which ? markRead(sql, person.id, which.ids) : markReadUpTo(sql, person.id, which.upTo),
      ),
    readCase: ({ person }, caseId) =>
      db.write(async (sql) => {
        await markCaseRead(sql, person.id, caseId)
        await markCopiesRead(sql, caseId, person.id, deps.clock())
      }),
    make: (range = {}) => makeNotifications(deps, range, seen),
    remind: () => remindOfDueTasks(reminders),
    prune: (wallMs) => db.write((sql) => removeNotificationsBefore(sql, firstIdOf(wallMs - KEPT_MS))),
  }
}
