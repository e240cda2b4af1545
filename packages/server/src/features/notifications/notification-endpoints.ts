import { z } from 'zod'
import { endpoint } from '../../http/route.ts'
import { NotificationList, NotificationQuery, ReadNotifications } from './notification-schema.ts'

export const listNotifications = endpoint({
  operationId: 'listNotifications',
  method: 'get',
  path: '/notifications',
  tag: 'notifications',
  summary: 'What the person was told, the latest first. `GET /events` says at once when there is more.',
  who: 'person',
  query: NotificationQuery,
  response: NotificationList,
})

export const readNotifications = endpoint({
  operationId: 'readNotifications',
  method: 'post',
  path: '/notifications/reads',
  tag: 'notifications',
  summary: "Some of the person's notifications are read, or all up to one.",
  who: 'person',
  body: ReadNotifications,
  response: 'none',
})

export const readCaseNews = endpoint({
  operationId: 'readCaseNews',
  method: 'post',
  path: '/cases/:caseId/reads',
  tag: 'notifications',
  summary: 'The person has looked at a case: what they were told of it and what was sent to them is read.',
  who: 'person',
  params: z.object({ caseId: z.string().max(64) }),
  response: 'none',
})
