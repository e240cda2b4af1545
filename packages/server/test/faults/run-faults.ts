import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { type Chance, createChance } from './chance.ts'
import { findViolations, type Stored, type Violation } from './laws.ts'
import { createOfficeLife, type OfficeLife } from './office-life.ts'
import { createOfficeProcess, type OfficeProcess } from './office-process.ts'
import { readStored } from './read-stored.ts'
import { startReceiver } from './receiver.ts'

/** One kind of harm. It resolves when the harm is over. */
export interface Fault {
  name: string
  /** How many times it is done in the run. */
  times: number
  strike(scene: Scene): Promise<void>
}

/** What a fault may lay its hands on. */
export interface Scene {
  chance: Chance
  processes: readonly OfficeProcess[]
  databaseUrl: string
  dataFolder: string
  clockMs(): number
  setClock(ms: number): void
}

export interface FaultRunOptions {
  databaseUrl: string
  /** Its own by default. */
  dataFolder?: string
  processes: number
  faults: readonly Fault[]
  seed: number
}

export interface FaultReport {
  strikes: Record<string, number>
  cases: number
  acknowledged: number
  refused: number
  answers: Record<string, number>
  deliveries: number
  repeated: number
  violations: Violation[]
}

const LONGEST_CALM_MS = 250
const LOOK_MS = 250
const LOOKS_FOR_WORK = 120
/** Looks at the drain before a minute is let pass: what a dead process held is let go of after one. */
const LOOKS_A_MINUTE = 60
const MINUTES = 30
const MINUTE_MS = 61_000

/** Lets an office work on some processes and one database while faults strike it in a random order, then judges what is left. */
export async function runFaults(options: FaultRunOptions): Promise<FaultReport> {
  const { databaseUrl, faults, seed } = options
  const own = mkdtempSync(join(tmpdir(), 'zhupi-faults-'))
  const dataFolder = options.dataFolder ?? own
  const chance = createChance(seed)
  const receiver = await startReceiver(chance)
  const processes = Array.from({ length: options.processes }, () =>
    createOfficeProcess({ dataFolder, databaseUrl, host: receiver.host }),
  )
  let clock = 0
  const setClock = (ms: number) => {
    clock = ms
    for (const one of processes) one.setClock(ms)
  }
  const url = () => {
    const up = processes.flatMap((one) => one.url() ?? [])
    return up.length > 0 ? chance.pick(up) : undefined
  }
  const life = createOfficeLife({ chance, url, clockMs: () => clock, host: receiver.host })
  const scene: Scene = { chance, processes, databaseUrl, dataFolder, clockMs: () => clock, setClock }
  try {
    for (const one of processes) await one.start(clock)
    life.begin()
    const strikes = await strikeAll(faults, scene, () => life.acts.length)
    life.closeDoor()
    receiver.recover()
    const stored = await readWhenQuiet(databaseUrl, life, () => setClock(clock + MINUTE_MS))
    const keys = new Set(receiver.deliveries.map(({ key }) => key))
    const acknowledged = life.acts.filter(({ taken }) => taken).length
    return {
      strikes,
      cases: stored.cases.length,
      acknowledged,
      refused: life.acts.length - acknowledged,
      answers: Object.fromEntries(life.answers),
      deliveries: receiver.deliveries.length,
      repeated: receiver.deliveries.length - keys.size,
      violations: findViolations({ acts: life.acts, deliveries: receiver.deliveries }, stored),
    }
  } finally {
    life.leave()
    await Promise.all(processes.map((one) => one.kill()))
    receiver.close()
    rmSync(own, { recursive: true, force: true })
  }
}

/** Each strike comes at a random moment after somebody was answered since the last one: an idle server is not worth striking. */
async function strikeAll(
  faults: readonly Fault[],
  scene: Scene,
  answered: () => number,
): Promise<Record<string, number>> {
  const strikes: Record<string, number> = {}
  const left = faults.flatMap((fault) => Array<Fault>(fault.times).fill(fault))
  while (left.length > 0) {
    const [fault] = left.splice(scene.chance.below(left.length), 1)
    if (!fault) break
    const before = answered()
    for (let look = 0; look < LOOKS_FOR_WORK && answered() === before; look += 1) await pause(LOOK_MS)
    await pause(scene.chance.below(LONGEST_CALM_MS))
    await fault.strike(scene)
    strikes[fault.name] = (strikes[fault.name] ?? 0) + 1
  }
  return strikes
}

/** Waits until every case has ended and everybody has been answered, or nothing more happens though time passes. */
async function readWhenQuiet(databaseUrl: string, life: OfficeLife, passMinute: () => void): Promise<Stored> {
  const db = await openDatabase({ url: databaseUrl })
  try {
    const running = () => db.read.first("SELECT id FROM case_instance WHERE status = 'running' LIMIT 1")
    for (let look = 1; look < LOOKS_A_MINUTE * MINUTES && (life.waiting() > 0 || (await running())); look += 1) {
      await pause(LOOK_MS)
      if (look % LOOKS_A_MINUTE > 0) continue
      passMinute()
      await ageJobs(db)
    }
    await life.end()
    return await readStored(db)
  } finally {
    await db.close()
  }
}

/** Lets a minute pass for jobs that go by the database's clock. */
async function ageJobs({ pool }: Database): Promise<void> {
  const minute = `interval '${MINUTE_MS} milliseconds'`
  await pool?.query(
    `UPDATE graphile_worker._private_jobs SET locked_at = locked_at - ${minute}, run_at = run_at - ${minute}`,
  )
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
