import { pino } from 'pino'
import { readEnvironment } from './environment.ts'
import { startServer } from './start-server.ts'

const log = pino({ level: process.env.LOG_LEVEL ?? 'info' })

try {
  const server = await startServer({ ...readEnvironment(process.env), log })
  log.info({ url: server.url }, 'listening')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping')
      void server.close().then(() => process.exit(0))
    })
  }
} catch (error) {
  log.fatal(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
