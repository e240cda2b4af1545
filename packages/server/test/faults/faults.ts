import pg from 'pg'
import type { Fault } from './run-faults.ts'

const LONGEST_JUMP_MS = 20_000

/** A process dies in the middle of whatever it does, and is started again. */
export const kill = (times: number): Fault => ({
  name: 'kill',
  times,
  async strike({ chance, processes, clockMs }) {
    const process = chance.pick(processes)
    await process.kill()
    await process.start(clockMs())
  },
})

/** PostgreSQL cuts every connection to the database. */
export const cutConnections = (times: number): Fault => ({
  name: 'cut',
  times,
  async strike({ databaseUrl }) {
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    await client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    )
    await client.end()
  },
})

/** The clock of every server jumps, forward or back. */
export const jumpClock = (times: number): Fault => ({
  name: 'clock',
  times,
  async strike({ chance, setClock }) {
    setClock(chance.below(2 * LONGEST_JUMP_MS) - LONGEST_JUMP_MS)
  },
})
