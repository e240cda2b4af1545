import { mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ApprovalProcess, type OpenTask, startApprovalProcess } from '../test/approval-process.ts'
import { approveByHand } from './approve-by-hand.ts'
import { countStatements } from './count-statements.ts'

interface BenchRow {
  bench: string
  ours: number
  peer: number
  unit: string
  ratio: number
}

const CONNECTIONS = [1, 8, 32]
const ROUNDS = 3
const APPROVALS = 500

/**
 * Approvals a second through HTTP on SQLite (WAL, synchronous FULL) beside the same rows written by hand with better-sqlite3,
 * one transaction an approval, on a copy of the same database in the same run; and statements an approval.
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
      for (let round = 0; round < ROUNDS; round += 1) {
        const tasks = await server.prepare(APPROVALS)
        const copy = join(folder, `copy-${connections}-${round}.sqlite`)
        await server.copyTo(copy)
        peer.push(approveByHand(copy, tasks))
        ours.push(await approveAll(server, tasks, connections))
      }
      const name = `approvals over HTTP, ${connections} connection${connections === 1 ? '' : 's'}`
      results.push(toRow(name, 'approvals/s', median(ours), median(peer)))
    }
    const statements = await countStatements(join(folder, 'statements.sqlite'))
    results.push(toRow('statements an approval', 'statements', statements, 8))
    return results
  } finally {
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @returns approvals a second */
async function approveAll(server: ApprovalProcess, tasks: readonly OpenTask[], connections: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const left = [...tasks]
  const begin = performance.now()
  const work = async () => {
    for (let task = left.pop(); task; task = left.pop()) {
      const status = await server.approve(task, { agent })
      if (status !== 200) throw new Error(`An approval was answered ${status}`)
    }
  }
  await Promise.all(Array.from({ length: connections }, work))
  const seconds = (performance.now() - begin) / 1000
  agent.destroy()
  return tasks.length / seconds
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

function toRow(bench: string, unit: string, ours: number, peer: number): BenchRow {
  const rounded = (value: number) => Math.round(value * 100) / 100
  return { bench, ours: rounded(ours), peer: rounded(peer), unit, ratio: rounded(ours / peer) }
}
