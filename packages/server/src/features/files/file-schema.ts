import { z } from 'zod'

export const StoredFile = z
  .object({ id: z.string(), name: z.string(), size: z.number().int(), type: z.string(), sm3: z.string() })
  .openapi('File')
