import pg from 'pg'
import type { OwnPostgres } from './own-postgres.ts'
import type { Fault } from './run-faults.ts'
import type { SmallDisk } from './small-disk.ts'

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

/** The database dies as in a power cut, and comes back. */
export const crashDatabase = (times: number, postgres: OwnPostgres): Fault => ({
  name: 'crash',
  times,
  async strike() {
    postgres.crash()
  },
})

const FULL_MS = 1000

/** The disk of the database is full for a while; whoever has ended by it is started again. */
export const fillDisk = (times: number, disk: SmallDisk, postgres?: OwnPostgres): Fault => ({
  name: 'full',
  times,
  async strike({ processes, clockMs }) {
    disk.fill()
    await new Promise((resolve) => setTimeout(resolve, FULL_MS))
    disk.empty()
    postgres?.ensure()
    for (const one of processes) if (!one.url()) await one.start(clockMs())
  },
})
