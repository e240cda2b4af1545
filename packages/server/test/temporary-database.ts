import { afterAll, onTestFinished } from 'vitest'
import { type Database, type DatabaseKind, openDatabase } from '../src/db/database.ts'
import { closeTestDatabases, createTestDatabase } from '../src/testing/test-databases.ts'

export interface TemporaryDatabaseOptions {
  kind?: DatabaseKind
  poolSize?: number
  onStatement?: (text: string) => void
}

afterAll(closeTestDatabases)

/** A real database for one test, by default an SQLite file; removed when the test is finished. */
export async function temporaryDatabase({
  kind = 'sqlite',
  ...options
}: TemporaryDatabaseOptions = {}): Promise<Database> {
  const { url, drop } = await createTestDatabase(kind)
  const db = await openDatabase({ url, ...options })
  onTestFinished(async () => {
    await db.close()
    await drop()
  })
  return db
}
