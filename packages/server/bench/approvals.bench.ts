import { mkdtempSync, rmSync } from 'node:fs'
import type { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectDatabase, type Database } from '../src/db/database.ts'
import { createTestDatabase } from '../src/testing/test-databases.ts'
import { type BenchRow, median, toRow } from './bench-row.ts'
import { countStatements } from './count-statements.ts'
import { openByHand } from './hand-driver.ts'
import { authorizationOf, post, serveByHand, serveLeave } from './measured-server.ts'
import { type Pace, paceOf } from './pace.ts'
import { workByHand } from './work-by-hand.ts'

const CONNECTIONS = [1, 8, 32, 128]
/** As the server's own default. */
const POOL = 16
const GOAL_P99_MS = 100
const ROUNDS = 3
const LEAVE = {
  姓名: 'XX',
  部门: '办公室',
  请假类型: '事假',
  起止日期: ['2026-03-16', '2026-03-20'],
  事由: '家中有事。',
}
const APPROVAL = { type: 'approve', opinion: { text: '同意，请安排好工作交接。' }, version: 1 }

/** Somebody who applies, then approves what was applied for. */
interface Side {
  submit(agent: Agent): Promise<string>
  approve(taskId: string, agent: Agent): Promise<unknown>
  /** The tasks that came of what was submitted. */
  tasksOf(submitted: readonly string[]): Promise<string[]>
}

/**
 * Applications and approvals a second through HTTP, on SQLite and on PostgreSQL (what is answered is on the disk in both),
 * beside transactions written by hand that read and write the same rows in the same database in the same run: once called
 * directly, once behind a bare Koa, which pays for HTTP as we do. With it the slowest of a hundred answers, and the
 * statements of an approval.
 */
export async function rows(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-bench-'))
  try {
    const results = await measure('SQLite', `sqlite:${join(folder, 'zhupi.sqlite')}`, folder)
    const { url, drop } = await createTestDatabase('postgres')
    const durable = new URL(url)
    durable.searchParams.delete('options')
    results.push(...(await measure('PostgreSQL', durable.href, folder)))
    await drop()
    const statements = await countStatements(join(folder, 'statements.sqlite'))
    results.push(toRow('statements an approval (peer: goal)', 'statements', statements, 8))
    return results
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(name: string, databaseUrl: string, folder: string): Promise<BenchRow[]> {
  const server = await serveLeave(databaseUrl, folder)
  const db = await connectDatabase({ url: databaseUrl })
  const ours = overHttp(server.url, db)
  const model = await firstCase(ours, db)
  const driver = openByHand(databaseUrl, POOL)
  const hand = await workByHand(driver, model)
  const bare = await serveByHand(databaseUrl, POOL, model)
  const sides = { ours, hand: directly(hand), bare: overBareHttp(bare.url) }
  const results: BenchRow[] = []
  try {
    for (const side of Object.values(sides)) await round(side, 32, 300)
    for (const connections of CONNECTIONS) results.push(...(await compare(name, sides, connections)))
  } finally {
    await Promise.all([server.stop(), bare.stop(), driver.close(), db.close()])
  }
  return results
}

async function compare(
  name: string,
  sides: Record<'ours' | 'hand' | 'bare', Side>,
  connections: number,
): Promise<BenchRow[]> {
  const count = connections === 1 ? 150 : 400
  const found = { ours: [] as Round[], hand: [] as Round[], bare: [] as Round[] }
  for (let time = 0; time < ROUNDS; time += 1) {
    for (const side of ['ours', 'hand', 'bare'] as const) found[side].push(await round(sides[side], connections, count))
  }
  return (['applications', 'approvals'] as const).flatMap((what) => {
    const of = (side: keyof typeof found, pick: (pace: Pace<unknown>) => number) =>
      median(found[side].map((one) => pick(one[what])))
    const title = `${name}: ${what} over HTTP, ${connections} connection${connections === 1 ? '' : 's'}`
    const rate = of('ours', (pace) => pace.rate)
    const rows = [
      toRow(
        `${title} (peer: by hand)`,
        `${what}/s`,
        rate,
        of('hand', (pace) => pace.rate),
      ),
      toRow(
        `${title} (peer: by hand behind a bare Koa)`,
        `${what}/s`,
        rate,
        of('bare', (pace) => pace.rate),
      ),
    ]
    if (connections !== 32) return rows
    return [
      ...rows,
      toRow(
        `${title}, p99 (peer: goal)`,
        'ms',
        of('ours', (pace) => pace.p99),
        GOAL_P99_MS,
      ),
    ]
  })
}

interface Round {
  applications: Pace<string>
  approvals: Pace<unknown>
}

/** @throws Error when anything at all is not answered as it should be */
async function round(side: Side, connections: number, count: number): Promise<Round> {
  const applications = await paceOf(Array(count).fill(0), connections, (_none, agent) => side.submit(agent))
  const tasks = await side.tasksOf(applications.answers)
  if (tasks.length !== count) throw new Error(`${tasks.length} tasks came of ${count} applications`)
  return { applications, approvals: await paceOf(tasks, connections, side.approve) }
}

function overHttp(url: string, db: Database): Side {
  let clerk: Promise<string> | undefined
  let head: Promise<string> | undefined
  const tickets = () => {
    clerk = authorizationOf('office-clerk')
    head = authorizationOf('office-head')
  }
  tickets()
  return {
    async submit(agent) {
      const body = { values: LEAVE }
      const case_ = await post({ url: `${url}api/v1/matters/leave/cases`, body, agent, authorization: await clerk })
      return String(case_.id)
    },
    async approve(taskId, agent) {
      return post({ url: `${url}api/v1/tasks/${taskId}/actions`, body: APPROVAL, agent, authorization: await head })
    },
    async tasksOf(submitted) {
      tickets()
      const wanted = new Set(submitted)
      const open = await db.read.all<{ id: string; case_id: string }>(
        "SELECT id, case_id FROM task WHERE person_id = 'office-head' AND state = 'open'",
      )
      return open.filter((task) => wanted.has(task.case_id)).map(({ id }) => id)
    },
  }
}

function directly(work: Awaited<ReturnType<typeof workByHand>>): Side {
  return {
    submit: () => work.submit(),
    approve: (id) => work.approve(id),
    tasksOf: async (submitted) => [...submitted],
  }
}

function overBareHttp(url: string): Side {
  return {
    submit: async (agent) => String((await post({ url: `${url}submit`, body: { values: LEAVE }, agent })).taskId),
    approve: (id, agent) => post({ url: `${url}approve/${id}`, body: APPROVAL, agent }),
    tasksOf: async (submitted) => [...submitted],
  }
}

/** One case applied for and approved once: its rows are what the work by hand writes again. @returns its id */
async function firstCase(side: Side, db: Database): Promise<string> {
  const submitted = await paceOf([0], 1, (_none, agent) => side.submit(agent))
  await paceOf(await side.tasksOf(submitted.answers), 1, side.approve)
  const found = await db.read.first<{ id: string }>('SELECT id FROM case_instance WHERE version = 2')
  return found?.id ?? ''
}
