import { z } from 'zod'

/** The last entry of a backup: an archive without it was never finished. */
export const Manifest = z.object({
  format: z.literal('zhupi-backup-1'),
  createdAt: z.iso.datetime(),
  /** Name -> SHA-256 of its bytes. */
  digests: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
})

export type Manifest = z.infer<typeof Manifest>
