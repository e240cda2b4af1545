import { z } from 'zod'
import { Instant } from '../../http/schema.ts'

export const OpenSession = z
  .object({ ticket: z.string().min(1).max(4096).openapi({ description: 'Signed ticket (JWT) of the host system.' }) })
  .strict()
  .openapi('OpenSession')

export const Session = z
  .object({
    personId: z.string(),
    expiresAt: Instant.openapi({ description: 'When it ends if nothing is asked until then.' }),
  })
  .openapi('Session')
