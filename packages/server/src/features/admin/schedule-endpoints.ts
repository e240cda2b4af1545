import { endpoint } from '../../http/route.ts'
import { DefinitionParams } from './admin-schema.ts'
import { PublicationSchedule, SchedulePublication } from './schedule-schema.ts'

const shared = {
  tag: 'admin',
  who: 'administrator',
  params: DefinitionParams,
  path: '/admin/matters/:key/schedule',
} as const

export const readSchedule = endpoint({
  ...shared,
  operationId: 'readPublicationSchedule',
  method: 'get',
  summary: 'When the draft of a matter is to be published; or why it was not.',
  response: PublicationSchedule,
})

export const schedulePublication = endpoint({
  ...shared,
  operationId: 'schedulePublication',
  method: 'put',
  summary: 'Publishes what was checked (`If-Match`: the etag of the check) at a set time, in place of one set before.',
  body: SchedulePublication,
  response: PublicationSchedule,
  audited: 'byService',
})

export const cancelPublication = endpoint({
  ...shared,
  operationId: 'cancelPublication',
  method: 'delete',
  summary: 'The draft is not published by itself.',
  response: 'none',
  audited: 'byService',
})

export const SCHEDULE_ENDPOINTS = [readSchedule, schedulePublication, cancelPublication]
