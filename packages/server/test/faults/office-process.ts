import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const SCRIPT = fileURLToPath(new URL('./office-server.ts', import.meta.url))
const APP = fileURLToPath(new URL('./app', import.meta.url))
export const TICKET_SECRET = 'the-secret-of-tickets-between-two-processes-0123456789'

export interface OfficeOptions {
  dataFolder: string
  databaseUrl: string
  /** Host that the flow may call. */
  host: string
}

/** One server process. It is started again by whoever killed it. */
export interface OfficeProcess {
  /** Undefined while it is not up. */
  url(): string | undefined
  /** Resolves when it listens; undefined when it ended before: whatever it needs is not there. */
  start(clockMs: number): Promise<string | undefined>
  setClock(ms: number): void
  /** As kill -9. Resolves when the process is gone. */
  kill(): Promise<void>
}

export function createOfficeProcess({ dataFolder, databaseUrl, host }: OfficeOptions): OfficeProcess {
  let child: ChildProcess | undefined
  let url: string | undefined
  return {
    url: () => url,
    start(clockMs) {
      const args = [APP, dataFolder, databaseUrl, TICKET_SECRET, host, String(clockMs)]
      const started = fork(SCRIPT, args, { execArgv: ['--conditions=source', '--import', 'tsx'] })
      child = started
      return new Promise((resolve) => {
        started.once('exit', () => resolve(undefined))
        started.once('message', (message: { url: string }) => {
          url = message.url
          resolve(url)
        })
      })
    },
    setClock(ms) {
      if (child?.connected) child.send({ clockMs: ms }, () => {})
    },
    async kill() {
      const dying = child
      child = undefined
      url = undefined
      if (!dying || dying.exitCode !== null || dying.signalCode !== null) return
      const gone = new Promise((resolve) => dying.once('exit', resolve))
      dying.kill('SIGKILL')
      await gone
    },
  }
}
