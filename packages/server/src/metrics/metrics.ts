import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { QueueDepth } from '../jobs/queue-depth.ts'

/** Bounds of a request's seconds: most end below 50 ms, a print may take some seconds. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export interface RequestFacts {
  method: string
  /** The address as it is declared: `/tasks/:taskId`; never the one that was asked for. */
  route: string
  status: number
  seconds: number
}

export interface Metrics {
  contentType: string
  observeRequest(facts: RequestFacts): void
  countStatement(): void
  countSlowStatement(): void
  countFailedTry(kind: string): void
  /** Reads the queue each time the metrics are asked for. */
  watchQueue(read: () => Promise<QueueDepth>): void
  /** The text that Prometheus reads. */
  text(): Promise<string>
}

/** The numbers of one process. Names are public: dashboards and alarms know them. */
export function createMetrics(): Metrics {
  const register = new Registry()
  // Memory, processor, garbage collection and the lag of the event loop.
  collectDefaultMetrics({ register, prefix: 'zhupi_' })
  const requests = new Histogram({
    name: 'zhupi_http_request_seconds',
    help: 'Time to answer a request, by its route.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers: [register],
  })
  const statements = new Counter({
    name: 'zhupi_database_statements_total',
    help: 'Statements sent to the database.',
    registers: [register],
  })
  const slowStatements = new Counter({
    name: 'zhupi_database_slow_statements_total',
    help: 'Statements that took longer than log.slowStatementMs.',
    registers: [register],
  })
  const failedTries = new Counter({
    name: 'zhupi_job_failed_tries_total',
    help: 'Tries of jobs that failed; each job is tried again until its last try.',
    labelNames: ['kind'] as const,
    registers: [register],
  })
  return {
    contentType: register.contentType,
    observeRequest: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    countStatement: () => statements.inc(),
    countSlowStatement: () => slowStatements.inc(),
    countFailedTry: (kind) => failedTries.inc({ kind }),
    watchQueue: (read) => watchQueue(register, read),
    text: () => register.metrics(),
  }
}

function watchQueue(register: Registry, read: () => Promise<QueueDepth>): void {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [register] })
  const waiting = gauge('zhupi_jobs_waiting', 'Jobs that wait for their time or for a worker.')
  const due = gauge('zhupi_jobs_due', 'Jobs whose time has come and that nobody has done.')
  const failed = gauge('zhupi_jobs_failed', 'Incidents: jobs given up after their last try.')
  new Gauge({
    name: 'zhupi_jobs_oldest_due_seconds',
    help: 'How long the oldest due job has waited.',
    registers: [register],
    async collect() {
      const depth = await read()
      waiting.set(depth.waiting)
      due.set(depth.due)
      failed.set(depth.failed)
      this.set(depth.oldestDueSeconds)
    },
  })
}
