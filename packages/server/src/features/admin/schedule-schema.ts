import { z } from 'zod'
import { Instant } from '../../http/schema.ts'

export const PublicationSchedule = z
  .object({
    schedule: z
      .object({
        publishAt: Instant,
        note: z.string(),
        scheduledBy: z.string(),
        scheduledAt: Instant,
        isCurrent: z
          .boolean()
          .openapi({ description: 'What would be published is still what was seen; else its time passes in vain.' }),
        failure: z
          .string()
          .nullable()
          .openapi({ description: 'The code of what it was refused for, when its time came.' }),
      })
      .nullable(),
  })
  .openapi('PublicationSchedule')

export const SchedulePublication = z
  .object({
    publishAt: z.iso.datetime().openapi({ description: 'In the future, within a year.' }),
    note: z.string().trim().max(500).default(''),
  })
  .strict()
  .openapi('SchedulePublication')
