/**
 * `pnpm faults [seed [sqlite|postgres]]`: the long run. SQLite with one process, then PostgreSQL with three; two hundred kills each, full disks,
 * jumping clocks, and on a PostgreSQL of its own cut connections and crashes. Prints one JSON line a database and exits with 1
 * when a law was broken. What the machine does not allow (to mount a disk, a PostgreSQL of its own) is left out and said.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crashDatabase, cutConnections, fillDisk, jumpClock, kill } from './faults.ts'
import type { Law } from './laws.ts'
import { startOwnPostgres } from './own-postgres.ts'
import { type FaultRunOptions, runFaults } from './run-faults.ts'
import { mountSmallDisk } from './small-disk.ts'

const KILLS = 200
const PORT = 54_331
const LAWS: readonly Law[] = ['lost', 'doubled', 'stuck', 'disordered', 'chain']

const seed = Number(process.argv[2] ?? 1)
const only = process.argv[3]
let broken = 0

async function judge(name: string, options: FaultRunOptions): Promise<void> {
  const { violations, ...report } = await runFaults(options)
  const counts = Object.fromEntries(LAWS.map((law) => [law, violations.filter((one) => one.law === law).length]))
  console.info(JSON.stringify({ faults: name, seed: options.seed, processes: options.processes, ...report, ...counts }))
  for (const violation of violations.slice(0, 10)) console.error(JSON.stringify(violation))
  broken += violations.length
}

async function onSqlite(): Promise<void> {
  const disk = mountSmallDisk(200)
  if (!disk) console.error('No disk could be mounted: a full one is left out.')
  const folder = disk?.folder ?? mkdtempSync(join(tmpdir(), 'zhupi-faults-'))
  try {
    const faults = [kill(KILLS), jumpClock(20), ...(disk ? [fillDisk(10, disk)] : [])]
    await judge('sqlite', { databaseUrl: `sqlite:${join(folder, 'zhupi.sqlite')}`, processes: 1, faults, seed })
  } finally {
    if (disk) disk.remove()
    else rmSync(folder, { recursive: true, force: true })
  }
}

async function onPostgres(): Promise<void> {
  const disk = mountSmallDisk(700)
  const folder = disk?.folder ?? mkdtempSync(join(tmpdir(), 'zhupi-faults-'))
  const postgres = startOwnPostgres(folder, PORT)
  try {
    if (!postgres) return console.error('No PostgreSQL is installed: left out.')
    const full = disk ? [fillDisk(5, disk, postgres)] : []
    const faults = [kill(KILLS), jumpClock(20), cutConnections(30), crashDatabase(10, postgres), ...full]
    await judge('postgres', { databaseUrl: postgres.url, processes: 3, faults, seed })
  } finally {
    postgres?.stop()
    if (disk) disk.remove()
    else rmSync(folder, { recursive: true, force: true })
  }
}

if (only !== 'postgres') await onSqlite()
if (only !== 'sqlite') await onPostgres()
process.exit(broken > 0 ? 1 : 0)
