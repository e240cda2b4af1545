import { describe, expect, it } from 'vitest'
import { temporaryDatabase } from '../../test/temporary-database.ts'
import { later } from '../clock.ts'
import { uuidV7 } from '../db/uuid-v7.ts'
import type { Job, JobHandler } from './job.ts'
import { insertJobs } from './job-repository.ts'
import { createJobRunner } from './job-runner.ts'

const NOON = '2026-03-18T04:00:00.000Z'

function job(key: string, overrides: Partial<Job> = {}): Job {
  const { runAt = NOON, maxAttempts = 3 } = overrides
  return { id: uuidV7(), kind: 'timer', key, caseId: null, payload: {}, runAt, attempts: 0, maxAttempts }
}

async function setup(run: JobHandler['run'], giveUp?: JobHandler['giveUp']) {
  const db = await temporaryDatabase()
  const handlers: JobHandler[] = [{ kind: 'timer', run, ...(giveUp ? { giveUp } : {}) }]
  const runner = () => createJobRunner({ db, clock: () => NOON, newId: uuidV7, handlers })
  return { db, runner, add: (...jobs: Job[]) => db.write((sql) => insertJobs(sql, jobs)) }
}

describe('the job runner', () => {
  it('does what is due, once, however many runners there are', async () => {
    const done: string[] = []
    const { runner, add } = await setup(
      async ({ key }) =>
        async () =>
          void done.push(key),
    )
    await add(job('a'), job('b'), job('c', { runAt: later(NOON, 1) }))
    await Promise.all([runner().runDue(NOON), runner().runDue(NOON), runner().runDue(NOON)])
    expect(done.sort()).toEqual(['a', 'b'])
    await runner().runDue(later(NOON, 1))
    expect(done).toEqual(['a', 'b', 'c'])
  })

  it('tries again later and gives up after the last try', async () => {
    const tries: string[] = []
    const given: string[] = []
    const { runner, add } = await setup(
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
    await one.runDue(later(NOON, 86_400_000))
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
    const { runner, add } = await setup(async () => {
      calls += 1
      const call = calls
      if (call === 1) await held
      return async () => void effects.push(call)
    })
    await add(job('a'))
    const slow = runner().runDue(NOON)
    while (calls === 0) await new Promise((resolve) => setImmediate(resolve))
    await runner().runDue(later(NOON, 60_000))
    release()
    await slow
    expect(effects).toEqual([2])
  })

  it('refuses a second job with the same key', async () => {
    const { add } = await setup(async () => async () => {})
    await add(job('a'))
    await expect(add(job('a'))).rejects.toThrow('UNIQUE')
  })
})
