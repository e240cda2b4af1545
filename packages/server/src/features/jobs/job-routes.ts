import { type Route, route } from '../../http/route.ts'
import { discardJob, listJobs, retryJob } from './job-endpoints.ts'
import type { JobService } from './job-service.ts'

export interface JobRoutesDeps {
  jobDesk: JobService
}

/** `/admin/jobs`: what happens behind the commands, and what was given up. */
export function jobRoutes({ jobDesk }: JobRoutesDeps): Route[] {
  return [
    route(listJobs, ({ query }) => jobDesk.list(query)),
    route(retryJob, async ({ actor, params }) => {
      await jobDesk.retry(actor, params.jobId)
      return undefined
    }),
    route(discardJob, async ({ actor, params, body }) => {
      await jobDesk.discard(actor, params.jobId, body.reason)
      return undefined
    }),
  ]
}
