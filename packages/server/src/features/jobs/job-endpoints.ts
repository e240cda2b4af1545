import { endpoint } from '../../http/route.ts'
import { DiscardJob, JobList, JobParams, JobQuery } from './job-schema.ts'

const shared = { tag: 'admin', who: 'administrator' } as const

export const listJobs = endpoint({
  ...shared,
  operationId: 'listJobs',
  method: 'get',
  path: '/admin/jobs',
  summary: 'Jobs that were given up, or that wait; the latest first.',
  query: JobQuery,
  response: JobList,
})

export const retryJob = endpoint({
  ...shared,
  audited: 'byService',
  operationId: 'retryJob',
  method: 'post',
  path: '/admin/jobs/:jobId/retry',
  summary:
    'Lets a job that was given up be tried again from the beginning; a service goes on with its flow when it succeeds.',
  params: JobParams,
  response: 'none',
})

export const discardJob = endpoint({
  ...shared,
  audited: 'byService',
  operationId: 'discardJob',
  method: 'post',
  path: '/admin/jobs/:jobId/discard',
  summary: 'Removes a job that was given up. A case that waits for it goes on waiting.',
  params: JobParams,
  body: DiscardJob,
  response: 'none',
})
