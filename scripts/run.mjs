/** Runs one command of a script and says how it went. */
import { spawnSync } from 'node:child_process'

export const PNPM = ['npx', '--yes', 'pnpm@10.34.8']

/**
 * @param {string[]} command program and arguments
 * @param {Record<string, string>} [env] added to the environment
 * @returns {boolean} true when it exited with 0
 */
export function run(command, env = {}) {
  const [program, ...args] = command
  const { status } = spawnSync(program, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
  return status === 0
}

/** Runs a command that must succeed; leaves the script where it does not. */
export function must(command, env) {
  if (run(command, env)) return
  console.error(`Stopped: ${command.join(' ')}`)
  process.exit(1)
}
