import { z } from 'zod'

export const DeliverMessage = z
  .object({
    correlationKey: z.string().max(200).openapi({ description: 'Usually the case number.' }),
    variables: z.record(z.string(), z.unknown()).optional(),
  })
  .strict()
  .openapi('DeliverMessage')

export const MessageDelivered = z.object({ caseId: z.string(), status: z.string() }).openapi('MessageDelivered')
