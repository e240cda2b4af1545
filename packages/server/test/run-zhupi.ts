import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

export interface Outcome {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs `zhupi` as its own process, from its sources. */
export function runZhupi(args: readonly string[], { stdin = '', cwd = ROOT } = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = startZhupi(args, cwd)
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (data) => {
      stdout += data
    })
    child.stderr.on('data', (data) => {
      stderr += data
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
    child.stdin.end(stdin)
  })
}

export function startZhupi(args: readonly string[], cwd = ROOT) {
  const loader = fileURLToPath(import.meta.resolve('tsx'))
  return spawn(process.execPath, ['--conditions=source', '--import', loader, MAIN, ...args], { cwd })
}
