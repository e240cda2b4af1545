import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { uuidV7 } from '../db/uuid-v7.ts'
import { signTicket } from '../ports/login/ticket.ts'
import type { ServerOptions } from '../server-options.ts'
import { type RunningServer, startServer } from '../start-server.ts'
import { createTestClient, type TestClient } from './test-client.ts'
import { createTestClock, type TestClock } from './test-clock.ts'

const TICKET_SECRET = 'the-secret-of-tickets-in-tests-only-0123456789'

/** An application on a new SQLite file behind a real listener, with a clock of its own. */
export interface TestApp {
  server: RunningServer
  /** Address of the API, without a slash at the end. */
  api: string
  clock: TestClock
  /** Asks the API as a person, with a new ticket for each request. */
  as(personId: string): TestClient
  /** Lets time pass, then does what has fallen due by then. @param ms milliseconds */
  pass(ms: number): Promise<void>
  /** Does what is due now: timers, deliveries. */
  runJobs(): Promise<void>
  /** A new signed ticket, as the host system gives it. */
  ticket(personId: string): Promise<string>
  close(): Promise<void>
}

export interface TestAppOptions extends Partial<Omit<ServerOptions, 'appFolder' | 'dataFolder' | 'clock'>> {
  appFolder: string
  /** Kept when it ends; by default a new one that is removed. */
  dataFolder?: string
  /** Instant at which its clock stands; by default a Wednesday morning in China. */
  now?: string
}

/** Starts an application for tests. Call `close` when they are finished: it removes the data, too. */
export async function createTestApp({ appFolder, now, ...options }: TestAppOptions): Promise<TestApp> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'zhupi-test-')))
  const clock = createTestClock(now)
  const server = await startServer({
    appFolder,
    port: 0,
    host: '127.0.0.1',
    ticketKey: { algorithm: 'HS256', secret: TICKET_SECRET },
    clock: clock.now,
    log: pino({ level: 'silent' }),
    runJobs: false,
    checkAnswers: true,
    ...options,
    dataFolder,
  })
  const api = `${server.url}api/v1`
  const ticket = (personId: string) =>
    signTicket({ secret: TICKET_SECRET }, { personId, id: uuidV7(), now: clock.now() })
  const runJobs = async () => {
    await server.services.jobs.runDue()
  }
  return {
    server,
    api,
    clock,
    ticket,
    runJobs,
    as: (personId) => createTestClient(api, () => ticket(personId)),
    async pass(ms) {
      clock.advance(ms)
      await runJobs()
    },
    async close() {
      await server.close()
      if (options.dataFolder === undefined) await rm(dataFolder, { recursive: true, force: true })
    },
  }
}
