import { z } from 'zod'
import { Instant, PageQuery, page } from '../../http/schema.ts'

export const Job = z
  .object({
    id: z.string(),
    kind: z.enum(['timer', 'service', 'migration', 'notification', 'publication']).openapi({
      description:
        'A timer of a flow, a service that reaches outside, a migration of cases, a notification to deliver, a set of definitions to publish at its time.',
    }),
    case: z
      .object({ id: z.string(), number: z.string(), matter: z.string() })
      .nullable()
      .openapi({ description: 'Its number and the title of its matter; an administrator has no part in it.' }),
    runAt: Instant.openapi({ description: 'When it is tried, or was to be.' }),
    attempts: z.number().int(),
    maxAttempts: z.number().int(),
    error: z.string().nullable().openapi({ description: 'What the last try said.' }),
  })
  .openapi('Job', { description: 'Work that happens behind the commands (作业).' })

export const JobList = page(Job).openapi('JobList')

export const JobQuery = PageQuery.pick({ cursor: true, limit: true }).extend({
  state: z
    .enum(['failed', 'waiting'])
    .default('failed')
    .openapi({ description: '`failed`: given up after the last try. `waiting`: to be done, or tried again.' }),
})

export const JobParams = z.object({ jobId: z.string().min(1).max(64) })

export const DiscardJob = z
  .object({ reason: z.string().trim().min(1).max(500) })
  .strict()
  .openapi('DiscardJob')
