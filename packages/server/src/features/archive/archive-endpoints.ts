import { endpoint } from '../../http/route.ts'
import { ArchivedRemoved, ExpiredCaseList, ExpiredQuery, RemoveArchived } from './archive-schema.ts'

const shared = { tag: 'admin', who: 'administrator' } as const

export const listExpiredCases = endpoint({
  ...shared,
  operationId: 'listExpiredCases',
  method: 'get',
  path: '/admin/archive/expired',
  summary: 'Archived cases whose time of keeping is over, the longest first.',
  query: ExpiredQuery,
  response: ExpiredCaseList,
})

export const removeArchivedCases = endpoint({
  ...shared,
  operationId: 'removeArchivedCases',
  audited: 'byService',
  method: 'post',
  path: '/admin/archive/removals',
  summary: 'Removes archived cases for good whose time of keeping is over, all or none; each is a record of the audit.',
  body: RemoveArchived,
  response: ArchivedRemoved,
})
