import { z } from 'zod'
import { Instant } from '../../http/schema.ts'

export const DeliverMessage = z
  .object({
    correlationKey: z.string().max(200).openapi({ description: 'Usually the case number.' }),
    variables: z.record(z.string(), z.unknown()).optional(),
  })
  .strict()
  .openapi('DeliverMessage')

export const MessageDelivered = z.object({ caseId: z.string(), status: z.string() }).openapi('MessageDelivered')

export const WaitingForMessage = z
  .object({
    correlationKey: z.string(),
    title: z.string(),
    digest: z.string(),
    since: Instant.openapi({ description: 'When the case last moved: since then it waits.' }),
  })
  .openapi('WaitingForMessage')

export const WaitingList = z.object({ items: z.array(WaitingForMessage) }).openapi('WaitingList')
