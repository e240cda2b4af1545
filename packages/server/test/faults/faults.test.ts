import { describe, expect, it, onTestFinished } from 'vitest'
import { createTestDatabase, testDatabaseKinds } from '../../src/testing/test-databases.ts'
import { cutConnections, jumpClock, kill } from './faults.ts'
import { runFaults } from './run-faults.ts'

const KILLS = 10

describe.each((await testDatabaseKinds()).filter((kind) => kind !== 'mariadb'))('on %s', (kind) => {
  it('keeps the laws though processes die, connections are cut and clocks jump', async () => {
    const { url, drop } = await createTestDatabase(kind)
    onTestFinished(drop)
    const alone = kind === 'sqlite'
    const faults = [kill(KILLS), jumpClock(3), ...(alone ? [] : [cutConnections(3)])]
    const report = await runFaults({ databaseUrl: url, processes: alone ? 1 : 3, faults, seed: 1 })
    expect(report.violations, JSON.stringify(report)).toEqual([])
    expect(report.acknowledged).toBeGreaterThan(0)
  }, 600_000)
})
