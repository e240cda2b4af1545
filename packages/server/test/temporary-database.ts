import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Database, openDatabase } from '../src/db/database.ts'

/** A real SQLite file for one test, removed when the test is finished. */
export async function temporaryDatabase(onStatement?: (text: string) => void): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-db-'))
  const db = await openDatabase({ url: `sqlite:${join(folder, 'zhupi.sqlite')}`, ...(onStatement ? { onStatement } : {}) })
  onTestFinished(async () => {
    await db.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return db
}
