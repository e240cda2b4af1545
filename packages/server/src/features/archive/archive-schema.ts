import { z } from 'zod'
import { Instant, PageQuery, page } from '../../http/schema.ts'

export const ExpiredQuery = PageQuery

export const ExpiredCase = z
  .object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    matterTitle: z.string(),
    endedAt: Instant,
    keepUntil: z.string().openapi({ description: 'Last day on which it had to be there: `2036-03-17`.' }),
  })
  .openapi('ExpiredCase')

export const ExpiredCaseList = page(ExpiredCase)

export const RemoveArchived = z
  .object({
    caseIds: z
      .array(z.string().min(1).max(64))
      .min(1)
      .max(100)
      .refine((ids) => new Set(ids).size === ids.length, '同一个办件写了两次。'),
    reason: z.string().min(1).max(100).openapi({ description: 'Stands in the audit: on whose decision.' }),
  })
  .strict()
  .openapi('RemoveArchived')

export const ArchivedRemoved = z.object({ removed: z.number().int() }).openapi('ArchivedRemoved')
