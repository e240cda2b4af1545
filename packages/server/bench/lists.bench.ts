import { fileURLToPath } from 'node:url'
import { loadApp } from '../src/app-folder/load-app.ts'
import { systemClock } from '../src/clock.ts'
import { openDatabase } from '../src/db/database.ts'
import { uuidV7 } from '../src/db/uuid-v7.ts'
import { createDirectory } from '../src/ports/directory/create-directory.ts'
import { createServices, type Services } from '../src/services.ts'
import { createTestDatabase } from '../src/testing/test-databases.ts'
import { type BenchRow, median, toRow } from './bench-row.ts'
import { fillWithCases } from './many-cases.ts'

const APP = fileURLToPath(new URL('../../../examples/leave-request', import.meta.url))
const PERSON = 'office-head'
const OPEN = 200
const FEW = 2500
/** Four tasks each. `ZHUPI_BENCH_CASES=1000000` for the four million of the goal: some minutes, and 5 GB of disk. */
const MANY = Number(process.env.ZHUPI_BENCH_CASES ?? 100_000)
const ROUNDS = 40

interface Filled {
  services: Services
  actor: Parameters<Services['tasks']['act']>[0]
  drop(): Promise<void>
}

/**
 * Lists, pages and decisions on PostgreSQL among few tasks and among many, taken in turn in the same run: `ours` among the
 * many, `peer` among ten thousand, in milliseconds; the goal is a ratio of at most 1.3. The person keeps two hundred open
 * tasks; what they have done grows with the whole.
 */
export async function rows(): Promise<BenchRow[]> {
  const few = await fill(FEW)
  const many = await fill(MANY)
  try {
    const tasks = `${(MANY * 4) / 1_000_000} million tasks`
    const results: BenchRow[] = []
    for (const [name, ask] of Object.entries(QUESTIONS)) {
      const times: [number[], number[]] = [[], []]
      const asks = await Promise.all([few, many].map((one) => ask(one)))
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const side of [0, 1] as const) {
          const begin = performance.now()
          await asks[side]?.()
          times[side].push(performance.now() - begin)
        }
      }
      const [peer, ours] = times.map((list) => median(list.slice(ROUNDS / 4)))
      results.push(toRow(`${name} among ${tasks} (peer: ten thousand)`, 'ms', ours ?? 0, peer ?? 0))
    }
    return results
  } finally {
    await few.drop()
    await many.drop()
  }
}

/** Prepares a question; what comes back asks it. */
const QUESTIONS: Record<string, (filled: Filled) => Promise<() => Promise<unknown>>> = {
  inbox:
    async ({ services, actor }) =>
    () =>
      services.tasks.list(actor, { box: 'todo', limit: 20 }),
  'done list':
    async ({ services, actor }) =>
    () =>
      services.tasks.list(actor, { box: 'done', limit: 20 }),
  'done list, a later page': async ({ services, actor }) => {
    let cursor: string | undefined
    for (let page = 0; page < 10; page += 1) {
      const { nextCursor } = await services.tasks.list(actor, { box: 'done', limit: 20, cursor })
      cursor = nextCursor ?? cursor
    }
    return () => services.tasks.list(actor, { box: 'done', limit: 20, cursor })
  },
  'task page': async ({ services, actor }) => {
    const { items } = await services.tasks.list(actor, { box: 'todo', limit: 50 })
    const real = items.find(({ id }) => !id.startsWith('open-')) ?? items[0]
    return () => services.tasks.read(actor, real?.id ?? '')
  },
  approval: async ({ services, actor }) => {
    const { items } = await services.tasks.list(actor, { box: 'todo', limit: 100, matter: 'leave' })
    const left = items.filter(({ id }) => !id.startsWith('open-'))
    return async () => {
      const task = left.pop()
      if (!task) throw new Error('Nothing left to approve')
      return services.tasks.act(actor, task.id, { type: 'approve', opinion: { text: '同意。' }, version: task.version })
    }
  },
}

async function fill(cases: number): Promise<Filled> {
  const { url, drop } = await createTestDatabase('postgres')
  const db = await openDatabase({ url })
  const app = await loadApp(APP)
  const directory = createDirectory(app.units, app.people)
  const services = await createServices({ db, app, directory, clock: systemClock, newId: uuidV7 })
  const actorOf = (id: string) => {
    const person = directory.person(id)
    const unit = directory.unit(person?.unitId ?? '')
    if (!person || !unit) throw new Error(`No account ${id}`)
    return { person, unit, integration: false, address: '127.0.0.1' }
  }
  const values = {
    姓名: 'XX',
    部门: '办公室',
    请假类型: '事假',
    起止日期: ['2026-03-16', '2026-03-20'],
    事由: '家中有事。',
  }
  const start = () => services.matters.start(actorOf('office-clerk'), 'leave', values)
  const model = await start()
  if (db.pool) await fillWithCases(db.pool, { cases, model, personId: PERSON, open: OPEN })
  for (let at = 0; at < ROUNDS + 5; at += 1) await start()
  return {
    services,
    actor: actorOf(PERSON),
    async drop() {
      await db.close()
      await drop()
    },
  }
}
