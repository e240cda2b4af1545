import { expect, it } from 'vitest'
import { temporaryDatabase } from '../../test/temporary-database.ts'
import { later } from '../clock.ts'
import { uuidV7 } from '../db/uuid-v7.ts'
import { testDatabaseKinds } from '../testing/test-databases.ts'
import { createJobQueue } from './create-job-queue.ts'
import type { Job } from './job.ts'
import { readQueueDepth } from './queue-depth.ts'

it.each(await testDatabaseKinds())('counts what waits, is due and was given up on %s', async (kind) => {
  const db = await temporaryDatabase({ kind })
  const now = new Date().toISOString()
  const clock = () => now
  const queue = await createJobQueue(db, clock)
  await queue.prepare()
  expect(await readQueueDepth(db, now)).toEqual({ waiting: 0, due: 0, oldestDueSeconds: 0, failed: 0 })
  const job = (runAt: string): Job => {
    const id = uuidV7()
    return { id, kind: 'service', key: id, caseId: null, payload: {}, runAt, attempts: 0, maxAttempts: 1 }
  }
  await db.write((sql) => queue.add(sql, [job(later(now, -90_000)), job(later(now, -30_000)), job(later(now, 60_000))]))
  expect(await readQueueDepth(db, now)).toEqual({ waiting: 3, due: 2, oldestDueSeconds: 90, failed: 0 })
  const run = async () => {
    throw new Error('the other side is gone')
  }
  await queue.createRunner({ newId: uuidV7, handlers: [{ kind: 'service', run }] }).runDue(now)
  expect(await readQueueDepth(db, now)).toEqual({ waiting: 1, due: 0, oldestDueSeconds: 0, failed: 2 })
})
