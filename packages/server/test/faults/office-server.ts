/**
 * A server in a process of its own, to be killed. The parent is told `{ url }` when it listens and moves its clock by
 * `{ clockMs }`, the distance from the world's.
 *
 * Arguments: application folder, data folder, database URL, secret of the tickets, host that may be called, distance of the clock.
 */
import { pino } from 'pino'
import { startServer } from '../../src/start-server.ts'

const [appFolder = '', dataFolder = '', databaseUrl = '', secret = '', host = '', clockMs = '0'] = process.argv.slice(2)
let distance = Number(clockMs)
process.on('message', (message: { clockMs: number }) => {
  distance = message.clockMs
})
process.on('disconnect', () => process.exit())
const server = await startServer({
  appFolder,
  dataFolder,
  databaseUrl,
  port: 0,
  host: '127.0.0.1',
  ticketKey: { algorithm: 'HS256', secret },
  webhookHosts: [host],
  webhookNetworks: ['127.0.0.0/8', '::1/128'],
  clock: () => new Date(Date.now() + distance).toISOString(),
  log: pino({ level: process.env.ZHUPI_FAULTS_LOG ?? 'silent' }, pino.destination(2)),
})
process.send?.({ url: server.url })
