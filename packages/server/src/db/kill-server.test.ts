import { mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { type OpenTask, startApprovalProcess } from '../../test/approval-process.ts'
import { verifyHistory } from '../features/cases/verify-history.ts'
import { openDatabase } from './database.ts'

const KILLS = 10
const CONNECTIONS = 8
const TASKS = 600

it('keeps each answered approval once, and none else, though it is killed ten times in the middle of approving', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-kill-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  let server = await startApprovalProcess(folder)
  const tasks = await server.prepare(TASKS)
  const pending = [...tasks]
  const approved = new Set<string>()
  const refused: number[] = []

  for (let round = 0; round <= KILLS; round += 1) {
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
    const before = approved.size
    let killed: Promise<void> | undefined
    const work = async () => {
      for (let task = pending.shift(); task; task = pending.shift()) {
        const status = await server.approve(task, { agent, key: `approve-${task.id}` }).catch(() => undefined)
        if (status === 200) approved.add(task.id)
        else if (status === undefined) return put(pending, task)
        else refused.push(status)
        const enough = approved.size - before >= 10 + 3 * round
        if (round < KILLS && enough) killed ??= server.kill()
      }
    }
    await Promise.all(Array.from({ length: CONNECTIONS }, work))
    agent.destroy()
    await (killed ?? server.kill())
    if (round < KILLS) server = await startApprovalProcess(folder)
  }

  expect(refused).toEqual([])
  expect(approved.size).toBe(TASKS)
  const db = await openDatabase({ url: `sqlite:${join(folder, 'zhupi.sqlite')}` })
  onTestFinished(() => db.close())
  const stored = await db.read.all<{ task_id: string }>(
    "SELECT task_id FROM history WHERE kind = 'completed' ORDER BY task_id",
  )
  expect(stored.map((row) => row.task_id)).toEqual([...approved].sort())
  expect(await db.read.all("SELECT id FROM task WHERE element_id = 'head' AND state = 'open'")).toEqual([])
  expect(await db.read.all("SELECT id FROM task WHERE element_id = 'deputy' AND state = 'open'")).toHaveLength(TASKS)
  expect((await verifyHistory(db)).broken).toEqual([])
}, 300_000)

function put(pending: OpenTask[], task: OpenTask): void {
  pending.push(task)
}
