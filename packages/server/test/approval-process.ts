import { type ChildProcess, fork } from 'node:child_process'
import { type Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { signTicket } from '../src/ports/login/ticket.ts'

const SECRET = 'the-secret-of-tickets-between-two-processes-0123456789'
const APP = fileURLToPath(new URL('../../../examples/leave-request', import.meta.url))
const SCRIPT = fileURLToPath(new URL('./approval-server.ts', import.meta.url))

export interface OpenTask {
  id: string
  version: number
}

/** A server in another process, on the leave example. */
export interface ApprovalProcess {
  url: string
  /** Starts so many cases; answers their first tasks, which are `office-head`'s. */
  prepare(count: number): Promise<OpenTask[]>
  /** Writes a copy of the database. */
  copyTo(file: string): Promise<void>
  /** Approves over HTTP. @returns the status; rejects when the connection breaks */
  approve(task: OpenTask, options: { agent: Agent; key?: string }): Promise<number>
  /** As kill -9. Resolves when the process is gone. */
  kill(): Promise<void>
}

export async function startApprovalProcess(dataFolder: string): Promise<ApprovalProcess> {
  const child = fork(SCRIPT, [APP, dataFolder, SECRET], { execArgv: ['--conditions=source', '--import', 'tsx'] })
  const { url } = await answer<{ url: string }>(child)
  const now = new Date().toISOString()
  const ticket = await signTicket({ secret: SECRET }, { personId: 'office-head', id: `ticket-${now}`, now })
  return {
    url,
    async prepare(count) {
      child.send({ prepare: count })
      return (await answer<{ tasks: OpenTask[] }>(child)).tasks
    },
    async copyTo(file) {
      child.send({ copyTo: file })
      await answer(child)
    },
    approve: (task, options) => approve(`${url}api/v1/tasks/${task.id}/actions`, ticket, task, options),
    async kill() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
    },
  }
}

function answer<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}`)))
    child.once('message', (message) => {
      child.removeAllListeners('exit')
      resolve(message as T)
    })
  })
}

function approve(
  url: string,
  ticket: string,
  { version }: OpenTask,
  { agent, key }: { agent: Agent; key?: string },
): Promise<number> {
  const body = JSON.stringify({ type: 'approve', opinion: { text: '同意，请安排好工作交接。' }, version })
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${ticket}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(key && { 'idempotency-key': key }),
    }
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode ?? 0))
      response.once('error', reject)
    })
    sent.once('error', reject)
    sent.end(body)
  })
}
