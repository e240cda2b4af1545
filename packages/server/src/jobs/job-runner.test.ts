import { describe, expect, it } from 'vitest'
import { temporaryDatabase } from '../../test/temporary-database.ts'
import { later } from '../clock.ts'
import type { Database, DatabaseKind } from '../db/database.ts'
import { uuidV7 } from '../db/uuid-v7.ts'
import { ServerError } from '../errors.ts'
import { testDatabaseKinds } from '../testing/test-databases.ts'
import { createJobQueue } from './create-job-queue.ts'
import type { Job, JobHandler } from './job.ts'

const NOON = '2026-03-18T04:00:00.000Z'
const HOUR_MS = 3_600_000

function job(key: string, overrides: Partial<Job> = {}): Job {
  const { runAt = NOON, maxAttempts = 3 } = overrides
  return { id: uuidV7(), kind: 'timer', key, caseId: null, payload: { key }, runAt, attempts: 0, maxAttempts }
}

async function setup(kind: DatabaseKind, run: JobHandler['run'], giveUp?: JobHandler['giveUp']) {
  const db = await temporaryDatabase({ kind })
  const queue = await createJobQueue(db, () => NOON)
  await queue.prepare()
  const handlers: JobHandler[] = [{ kind: 'timer', run, ...(giveUp ? { giveUp } : {}) }]
  const runner = () => queue.createRunner({ newId: uuidV7, handlers })
  return { db, runner, add: (...jobs: Job[]) => db.write((sql) => queue.add(sql, jobs)) }
}

describe.each(await testDatabaseKinds())('on %s', (kind) => {
  it('does what is due, once, however many runners there are', async () => {
    const done: string[] = []
    const { runner, add } = await setup(
      kind,
      async ({ key, payload }) =>
        async () =>
          void done.push(`${key} ${payload.key}`),
    )
    await add(job('a'), job('b'), job('c', { runAt: later(NOON, 1) }))
    await Promise.all([runner().runDue(NOON), runner().runDue(NOON), runner().runDue(NOON)])
    expect(done.sort()).toEqual(['a a', 'b b'])
    await runner().runDue(later(NOON, 1))
    expect(done).toEqual(['a a', 'b b', 'c c'])
  })

  it('knows nothing of a job whose transaction was undone', async () => {
    const done: string[] = []
    const { db, runner } = await setup(
      kind,
      async ({ key }) =>
        async () =>
          void done.push(key),
    )
    const queue = await createJobQueue(db, () => NOON)
    const undone = db.write(async (sql) => {
      await queue.add(sql, [job('a')])
      throw new Error('refused')
    })
    await expect(undone).rejects.toThrow('refused')
    expect(await runner().runDue(NOON)).toBe(0)
    expect(done).toEqual([])
  })

  it('tries again later and gives up after the last try', async () => {
    const tries: string[] = []
    const given: string[] = []
    const { runner, add } = await setup(
      kind,
      async ({ attempts }) => {
        tries.push(String(attempts))
        throw new Error('the other side is down')
      },
      (failed) => async () => void given.push(failed.key),
    )
    await add(job('a', { maxAttempts: 2 }))
    const one = runner()
    await one.runDue(NOON)
    await one.runDue(later(NOON, 9_999))
    expect(tries).toEqual(['1'])
    await one.runDue(later(NOON, 10_000))
    await one.runDue(later(NOON, 24 * HOUR_MS))
    expect(tries).toEqual(['1', '2'])
    expect(given).toEqual(['a'])
  })

  it('takes over what a dead worker held, and writes nothing for the one who comes too late', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let calls = 0
    const effects: number[] = []
    const { db, runner, add } = await setup(kind, async () => {
      calls += 1
      const call = calls
      if (call === 1) await held
      return async () => void effects.push(call)
    })
    await add(job('a'))
    const slow = runner().runDue(NOON)
    while (calls === 0) await new Promise((resolve) => setImmediate(resolve))
    await runner().runDue(later(NOON, 1_000))
    expect(calls).toBe(1)
    await ageLeases(db)
    await runner().runDue(later(NOON, 60_000))
    release()
    await slow
    expect(effects).toEqual([2])
  })

  it('tries once more where the last try died with its worker, and says when it is given up', async () => {
    const given: string[] = []
    let calls = 0
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const run: JobHandler['run'] = async () => {
      calls += 1
      if (calls === 1) await held
      throw new Error('the other side is down')
    }
    const { db, runner, add } = await setup(
      kind,
      run,
      ({ key }) =>
        async () =>
          void given.push(key),
    )
    await add(job('a', { maxAttempts: 1 }))
    const dead = runner().runDue(NOON)
    while (calls === 0) await new Promise((resolve) => setImmediate(resolve))
    await ageLeases(db)
    await runner().runDue(later(NOON, 60_000))
    expect(calls).toBe(2)
    expect(given).toEqual(['a'])
    release()
    await dead
  })

  it('does a job once though it was asked for twice', async () => {
    const done: string[] = []
    const { runner, add } = await setup(
      kind,
      async ({ key }) =>
        async () =>
          void done.push(key),
    )
    await add(job('a'))
    await add(job('a'))
    await runner().runDue(NOON)
    expect(done).toEqual(['a'])
  })

  it('is begun by starting it and ended by stopping it', async () => {
    const db = await temporaryDatabase({ kind })
    const now = () => new Date().toISOString()
    const queue = await createJobQueue(db, now)
    await queue.prepare()
    let resolve = (_key: string) => {}
    const done = new Promise<string>((settle) => {
      resolve = settle
    })
    const handler: JobHandler = {
      kind: 'timer',
      run:
        async ({ key }) =>
        async () =>
          resolve(key),
    }
    const runner = queue.createRunner({ newId: uuidV7, handlers: [handler] })
    runner.start()
    await db.write((sql) => queue.add(sql, [job('a', { runAt: now() })]))
    expect(await done).toBe('a')
    await runner.stop()
  })
})

it.runIf((await testDatabaseKinds()).includes('postgres'))('goes on after its connections were cut', async () => {
  const db = await temporaryDatabase({ kind: 'postgres' })
  const now = () => new Date().toISOString()
  const queue = await createJobQueue(db, now)
  await queue.prepare()
  let resolve = () => {}
  const done = new Promise<void>((settle) => {
    resolve = settle
  })
  const handler: JobHandler = {
    kind: 'timer',
    async run({ key }) {
      if (key.startsWith('cut')) await cutOthers(db)
      return async () => {
        if (key === 'last') resolve()
      }
    },
  }
  const runner = queue.createRunner({ newId: uuidV7, handlers: [handler] })
  runner.start()
  const cuts = Array.from({ length: 6 }, (_, at) => job(`cut ${at}`, { runAt: now(), maxAttempts: 1 }))
  for (const one of [...cuts, job('last', { runAt: now() })]) {
    await untilAvailable(() => db.write((sql) => queue.add(sql, [one])))
  }
  await done
  await runner.stop()
})

/** Asks again while a cut connection is in the way, as whoever is answered 503 does. */
async function untilAvailable(ask: () => Promise<unknown>): Promise<void> {
  try {
    await ask()
  } catch (error) {
    if (!(error instanceof ServerError && error.code === 'UNAVAILABLE')) throw error
    await untilAvailable(ask)
  }
}

/** Cuts every other connection to the database. */
async function cutOthers(db: Database): Promise<void> {
  await db.read.all(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  )
}

/** Lets a minute pass for leases whose clock is the database's. */
async function ageLeases(db: Database): Promise<void> {
  if (!db.pool) return
  await db.pool.query("UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '61 seconds'")
}
