import { Command, InvalidArgumentError } from 'commander'
import { pino } from 'pino'
import { ServerError } from '../errors.ts'
import { startServer } from '../start-server.ts'
import { CommandFailure } from './command-failure.ts'
import { findPlugin } from './find-plugin.ts'

interface ServeOptions {
  port: number
  host: string
  data: string
  database?: string
  plugin?: string
}

/** `zhupi serve APP`: an application on one's own machine, with accounts to choose from and no password. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('Serves an application for trying it out: accounts to choose from without a password.')
    .argument('<app>', 'folder of the application')
    .option('--port <number>', 'port to listen on, 0 for a free one', toPort, 3000)
    .option(
      '--host <address>',
      'address to listen on; others than this machine reach it only when you say so',
      '127.0.0.1',
    )
    .option('--data <dir>', 'folder of the files and the embedded database', '.data')
    .option(
      '--database <url>',
      'sqlite:PATH, postgres://…, mysql://… or mariadb://…; by default DATABASE_URL, else an SQLite file in the data folder',
    )
    .option('--plugin <dir>', 'folder of the built plugin; by default the one installed here')
    .action(async (appFolder: string, { port, host, data, database, plugin }: ServeOptions) => {
      const pluginFolder = plugin ?? findPlugin(process.cwd())
      const server = await startServer({
        appFolder,
        dataFolder: data,
        databaseUrl: database ?? process.env.DATABASE_URL,
        port,
        host,
        pluginFolder,
        demoAccounts: true,
        log: pino({ level: process.env.LOG_LEVEL ?? 'warn' }),
      }).catch((error: unknown) => {
        throw explained(error, port)
      })
      console.log(`朱批 ${server.url}`)
      if (pluginFolder === undefined)
        console.log('No built plugin found: only the API answers. Build it, or name it by --plugin.')
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => {
          void server.close().then(() => process.exit(0))
        })
      }
    })
}

function toPort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new InvalidArgumentError('a port is a number from 0 to 65535.')
}

function explained(error: unknown, port: number): unknown {
  if (error instanceof ServerError && error.code === 'APP_INVALID') {
    const lines = (error.issues ?? []).map(({ path, code, message }) => `${path.join(': ')}: ${code} ${message}`)
    return new CommandFailure([error.message, ...lines].join('\n'), 1, { cause: error })
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return new CommandFailure(`Port ${port} is taken. Try another: --port ${port + 1}`, 2, { cause: error })
  }
  return error
}
