import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BenchRow, median, toRow } from './bench-row.ts'

const ZHUPI = fileURLToPath(new URL('../bin/zhupi.js', import.meta.url))
const APP = fileURLToPath(new URL('../../../examples/leave-request', import.meta.url))
const ROUNDS = 5
const REST_MS = 2000
const GOAL_MS = 1000
const GOAL_MB = 120

/**
 * `zhupi serve` as it is shipped, on an embedded database that is there: from the call to its first line, the processor's time
 * for it (which a busy machine does not lengthen), and the memory of the process at rest. The peer is the goal.
 */
export async function rows(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-start-'))
  try {
    await startOnce(folder)
    const runs: Run[] = []
    for (let round = 0; round < ROUNDS; round += 1) runs.push(await startOnce(folder))
    const of = (pick: (run: Run) => number) => median(runs.map(pick))
    return [
      toRow(
        'start (peer: goal)',
        'ms',
        of((run) => run.startMs),
        GOAL_MS,
      ),
      toRow(
        'start, time of the processor (peer: goal)',
        'ms',
        of((run) => run.processorMs),
        GOAL_MS,
      ),
      toRow(
        'memory at rest (peer: goal)',
        'MB',
        of((run) => run.megabytes),
        GOAL_MB,
      ),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Run {
  startMs: number
  processorMs: number
  megabytes: number
}

async function startOnce(folder: string): Promise<Run> {
  const begin = performance.now()
  const server = spawn(process.execPath, [ZHUPI, 'serve', APP, '--port', '0', '--data', folder])
  await new Promise((resolve, reject) => {
    server.stdout.once('data', resolve)
    server.once('exit', () => reject(new Error('The server did not start')))
  })
  const startMs = performance.now() - begin
  const processorMs = processorTimeOf(server.pid)
  await new Promise((resolve) => setTimeout(resolve, REST_MS))
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8')
  const megabytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await gone
  return { startMs, processorMs, megabytes }
}

/** Source: proc(5), `/proc/pid/stat`: user and system time in hundredths of a second, fields 14 and 15. */
function processorTimeOf(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}
