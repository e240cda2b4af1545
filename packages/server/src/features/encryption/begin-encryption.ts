import type { Database } from '../../db/database.ts'
import { rebuildRules } from '../registers/rebuild-rules.ts'
import type { RegisterTable } from '../registers/register-table.ts'
import { hasIndex, rememberIndex, rememberKey } from './key-repository.ts'
import { resealRegister } from './reseal-register.ts'

/**
 * Says which key seals from now on. With the first keys the registers are sealed at once, as their unique values and limits are
 * kept by fingerprints of the new key; cases and drafts are sealed as they are written, or all together by `zhupi migrate`.
 * One process at a time does this (`exclusively`), and no other one writes without the keys meanwhile: see docs/guides/operate.md.
 */
export async function beginEncryption(db: Database, registers: readonly RegisterTable[], at: string): Promise<void> {
  const [current] = db.read.vault.keyIds
  if (current === undefined) return
  await db.write((sql) => rememberKey(sql, current, at))
  if (await hasIndex(db)) return
  for (const table of registers) {
    await resealRegister(db, table)
    await db.write((sql) => rebuildRules(sql, table))
  }
  await db.write((sql) => rememberIndex(sql, at))
}
