import { type ChildProcess, fork, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { type Agent, request } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { signTicket } from '../src/ports/login/ticket.ts'

const SECRET = 'the-secret-of-tickets-between-two-processes-0123456789'
const ZHUPI = fileURLToPath(new URL('../bin/zhupi.js', import.meta.url))
const APP = fileURLToPath(new URL('../../../examples/leave-request', import.meta.url))
const BARE = fileURLToPath(new URL('./bare-server.ts', import.meta.url))

/** A server in a process of its own, on a free port of this machine. */
export interface MeasuredServer {
  url: string
  stop(): Promise<void>
}

/** Two people do the work of an office here: what one of them may write a minute is set out of the way. It is still counted. */
const LIMITS = { write: 1_000_000 }

/**
 * `zhupi serve` as it is built and shipped, on the leave example: the default pool, and a line in the log for each request.
 *
 * @param nodeOptions for the process, such as `--cpu-prof`
 */
export async function serveLeave(
  databaseUrl: string,
  dataFolder: string,
  nodeOptions: readonly string[] = [],
): Promise<MeasuredServer> {
  const config = join(dataFolder, 'zhupi.config.json')
  const given = { app: APP, data: dataFolder, listen: { port: 0 }, database: { url: databaseUrl }, limits: LIMITS }
  writeFileSync(config, JSON.stringify(given))
  const env = { ...process.env, LOG_LEVEL: 'info', ZHUPI_TICKET_SECRET: SECRET }
  const child = spawn(process.execPath, [...nodeOptions, ZHUPI, 'serve', '--config', config], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (text) => {
      if (said.length < 10_000) said += text
      const found = /"url":"([^"]+)"/.exec(said)?.[1]
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(`The server did not start: ${said}`)))
  })
  return { url, stop: () => end(child) }
}

/** The transactions written by hand behind a bare Koa. @param caseId whose rows are written again */
export async function serveByHand(databaseUrl: string, connections: number, caseId: string): Promise<MeasuredServer> {
  const child = fork(BARE, [databaseUrl, String(connections), caseId], { execArgv: ['--import', 'tsx'] })
  const port = await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', () => reject(new Error('The bare server did not start')))
  })
  return { url: `http://127.0.0.1:${port}/`, stop: () => end(child) }
}

async function end(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}

/** The header of a person's request. A ticket lives for five minutes. */
export async function authorizationOf(personId: string): Promise<string> {
  const now = new Date().toISOString()
  return `Bearer ${await signTicket({ secret: SECRET }, { personId, id: `${personId}-${now}`, now })}`
}

export interface Sent {
  url: string
  body: unknown
  agent: Agent
  authorization?: string
}

/** Posts JSON. @returns the answered JSON @throws Error for another status than 200 and 201 */
export function post({ url, body, agent, authorization }: Sent): Promise<Record<string, unknown>> {
  const text = JSON.stringify(body)
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...(authorization !== undefined && { authorization }),
  }
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () => {
        const answer = Buffer.concat(chunks).toString()
        if (response.statusCode !== 200 && response.statusCode !== 201)
          reject(new Error(`${response.statusCode} ${answer}`))
        else resolve(JSON.parse(answer))
      })
    })
    sent.once('error', reject)
    sent.end(text)
  })
}
