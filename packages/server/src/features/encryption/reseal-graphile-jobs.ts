import { z } from 'zod'
import type { Database } from '../../db/database.ts'
import { sealedBy } from '../../db/vault.ts'
import { openPayload, sealPayload } from '../../jobs/sealed-payload.ts'

const Kept = z.looseObject({ id: z.string(), payload: z.union([z.string(), z.record(z.string(), z.unknown())]) })

/** Seals what waiting jobs of graphile-worker carry; one that is under way is let be, and is gone when it ends. @returns how many */
export async function resealGraphileJobs(db: Database): Promise<number> {
  const [current] = db.read.vault.keyIds
  const rows = await db.read.all<{ id: string; payload: unknown }>(
    'SELECT id, payload FROM graphile_worker._private_jobs WHERE locked_at IS NULL ORDER BY id',
  )
  let count = 0
  for (const { id, payload } of rows) {
    const kept = Kept.safeParse(payload)
    if (!kept.success) continue
    const before = kept.data.payload
    if (typeof before === 'string' && sealedBy(before) === current) continue
    count += await db.write((sql) => {
      const opened = typeof before === 'string' ? openPayload(sql, kept.data.id, before) : before
      const fresh = { ...kept.data, payload: sealPayload(sql, kept.data.id, opened) }
      return sql.run(
        'UPDATE graphile_worker._private_jobs SET payload = ?::json WHERE id = ?::bigint AND locked_at IS NULL',
        [JSON.stringify(fresh), id],
      )
    })
  }
  return count
}
