import { mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ApprovalProcess, type OpenTask, startApprovalProcess } from '../test/approval-process.ts'
import { approveByHand } from './approve-by-hand.ts'
import { type BenchRow, median, toRow } from './bench-row.ts'
import { countStatements } from './count-statements.ts'

const CONNECTIONS = [1, 8, 32, 128]
const GOAL_P99_MS = 100
const ROUNDS = 3
const APPROVALS = 500

/**
 * Approvals a second through HTTP on SQLite (WAL, synchronous FULL) beside the same rows written by hand with better-sqlite3,
 * one transaction an approval, on a copy of the same database in the same run; the slowest of a hundred answers; and statements
 * an approval.
 */
export async function rows(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-bench-'))
  const server = await startApprovalProcess(join(folder, 'data'))
  try {
    await approveAll(server, await server.prepare(APPROVALS), 32)
    const results: BenchRow[] = []
    for (const connections of CONNECTIONS) {
      const ours: number[] = []
      const peer: number[] = []
      const slow: number[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        const tasks = await server.prepare(APPROVALS)
        const copy = join(folder, `copy-${connections}-${round}.sqlite`)
        await server.copyTo(copy)
        peer.push(approveByHand(copy, tasks))
        const { rate, p99 } = await approveAll(server, tasks, connections)
        ours.push(rate)
        slow.push(p99)
      }
      const name = `approvals over HTTP, ${connections} connection${connections === 1 ? '' : 's'}`
      results.push(toRow(name, 'approvals/s', median(ours), median(peer)))
      results.push(toRow(`${name}, p99 (peer: goal at 32)`, 'ms', median(slow), GOAL_P99_MS))
    }
    const statements = await countStatements(join(folder, 'statements.sqlite'))
    results.push(toRow('statements an approval', 'statements', statements, 8))
    return results
  } finally {
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @returns approvals a second, and the milliseconds that one answer in a hundred exceeds */
async function approveAll(server: ApprovalProcess, tasks: readonly OpenTask[], connections: number) {
  const waits: number[] = []
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const left = [...tasks]
  const begin = performance.now()
  const work = async () => {
    for (let task = left.pop(); task; task = left.pop()) {
      const asked = performance.now()
      const status = await server.approve(task, { agent })
      waits.push(performance.now() - asked)
      if (status !== 200) throw new Error(`An approval was answered ${status}`)
    }
  }
  await Promise.all(Array.from({ length: connections }, work))
  const seconds = (performance.now() - begin) / 1000
  agent.destroy()
  const p99 = waits.toSorted((one, other) => one - other)[Math.floor(waits.length * 0.99)] ?? 0
  return { rate: tasks.length / seconds, p99 }
}
