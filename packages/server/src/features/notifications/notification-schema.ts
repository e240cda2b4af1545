import { z } from 'zod'
import { Instant, PageQuery, page } from '../../http/schema.ts'
import { CaseStatus } from '../cases/case-schema.ts'
import { NOTICE_KINDS } from './notice.ts'

export const Notification = z
  .object({
    id: z.string(),
    kind: z.enum(NOTICE_KINDS).openapi({
      description:
        'A task has come (`task`), or come back (`returned`); haste is asked for (`urged`); a case was sent for information (`copied`) or has ended (`ended`); a task is due soon (`dueSoon`) or overdue (`overdue`); an administrator must look (`incident`).',
    }),
    at: Instant,
    unread: z.boolean(),
    taskId: z.string().nullable(),
    element: z.string().nullable().openapi({ description: 'Name of the step it is about.' }),
    status: CaseStatus.nullable().openapi({ description: 'How the case has ended.' }),
    case: z.object({
      id: z.string(),
      number: z.string(),
      title: z.string().nullable().openapi({ description: 'Null for an administrator, who has no part in cases.' }),
      matter: z.object({ key: z.string(), title: z.string() }),
    }),
    by: z.string().nullable().openapi({ description: 'Name of who acted; null for what happened by itself.' }),
    text: z.string().nullable().openapi({ description: 'Why it was returned, what was asked for.' }),
  })
  .openapi('Notification', { description: 'What the person is told (提醒).' })

export const NotificationList = page(Notification)
  .extend({ unread: z.number().int().openapi({ description: 'Not read yet, at most 100.' }) })
  .openapi('NotificationList')

export const NotificationQuery = PageQuery.pick({ cursor: true, limit: true }).extend({
  unread: z
    .enum(['true', 'false'])
    .optional()
    .transform((text) => text === 'true')
    .openapi({ description: '`true`: only those not read yet.' }),
})

export const ReadNotifications = z
  .union([
    z.object({ ids: z.array(z.string().min(1).max(64)).min(1).max(100) }).strict(),
    z.object({ upTo: z.string().min(1).max(64).openapi({ description: 'This one and all before it.' }) }).strict(),
  ])
  .openapi('ReadNotifications')
