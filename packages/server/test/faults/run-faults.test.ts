import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { closeTestDatabases, createTestDatabase, testDatabaseKinds } from '../../src/testing/test-databases.ts'
import { cutConnections, jumpClock, kill } from './faults.ts'
import { type FaultRunOptions, runFaults } from './run-faults.ts'

const SEED = 5
const KILLS = 3

afterAll(closeTestDatabases)

/** The short run; `pnpm faults` strikes hundreds of times. */
const RUNS = {
  sqlite: { processes: 1, faults: [kill(KILLS), jumpClock(1)] },
  postgres: { processes: 2, faults: [kill(KILLS), cutConnections(1)] },
} satisfies Record<string, Pick<FaultRunOptions, 'processes' | 'faults'>>

const kinds = (await testDatabaseKinds()).filter((kind) => kind !== 'mariadb')

describe.each(kinds)('an office on %s whose servers are killed at work', (kind) => {
  it('loses nothing, does nothing twice and leaves nothing waiting', async () => {
    const { url, drop } = await createTestDatabase(kind)
    onTestFinished(drop)
    const { violations, ...report } = await runFaults({ databaseUrl: url, seed: SEED, ...RUNS[kind] })
    expect(violations).toEqual([])
    expect(report.strikes.kill).toBe(KILLS)
    expect(report.cases).toBeGreaterThan(0)
    expect(report.acknowledged).toBeGreaterThan(KILLS)
  })
})
