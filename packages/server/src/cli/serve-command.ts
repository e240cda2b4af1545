import { Command, InvalidArgumentError } from 'commander'
import { readConfig } from '../config/read-config.ts'
import { toServerOptions } from '../config/server-options.ts'
import { createLog } from '../log.ts'
import { startServer } from '../start-server.ts'
import { checkServer } from './check-server.ts'
import { CommandFailure } from './command-failure.ts'
import { CONFIG_FILES, explainConfig, findConfig } from './find-config.ts'
import { findPlugin } from './find-plugin.ts'
import { letYoungGenerationGrow } from './young-generation.ts'

interface ServeOptions {
  config?: string
  check?: boolean
  port?: number
  host: string
  data?: string
  database?: string
  plugin?: string
}

/** `zhupi serve`: a server as its configuration says. `zhupi serve APP`: an application on one's own machine, to try it out. */
export function serveCommand(): Command {
  return new Command('serve')
    .description(
      'Serves an application as zhupi.config.yaml and the environment say. With APP: for trying it out, with accounts to choose from without a password.',
    )
    .argument('[app]', 'folder of an application to try out')
    .option('--config <file>', `configuration; by default ${CONFIG_FILES.join(', ')} of this folder`)
    .option('--check', 'only says whether it would start; changes nothing')
    .option('--port <number>', 'port to listen on, 0 for a free one; by default 3000', toPort)
    .option(
      '--host <address>',
      'address of an application to try out; others than this machine reach it only when you say so',
      '127.0.0.1',
    )
    .option('--data <dir>', 'folder of the files and the embedded database; by default .data')
    .option(
      '--database <url>',
      'sqlite:PATH, postgres://… or mariadb://…; by default an SQLite file in the data folder',
    )
    .option('--plugin <dir>', 'folder of the built plugin; by default the one installed here')
    .action((app: string | undefined, options: ServeOptions) => serve(app, options).catch(explain))
}

async function serve(app: string | undefined, options: ServeOptions): Promise<void> {
  const trial = app !== undefined && options.config === undefined
  const config = readConfig({
    file: trial ? undefined : (options.config ?? findConfig()),
    env: { ...process.env, ...variables(app, options, trial) },
    defaults: { 'log.level': trial ? 'warn' : 'info', plugin: findPlugin(process.cwd()) },
  })
  const serverOptions = { ...toServerOptions(config), demoAccounts: trial }
  if (options.check) return report(await checkServer(serverOptions), trial)
  const log = createLog(config.log.level)
  const server = await startServer({ ...serverOptions, log })
  letYoungGenerationGrow()
  log.info({ url: server.url, app: config.app }, 'listening')
  if (trial) console.log(`朱批 ${server.url}`)
  if (config.plugin === undefined) {
    console.error('No built plugin found: only the API answers. Build it, or name it by --plugin.')
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping')
      void server.close().then(() => {
        log.info('stopped')
        process.exit(0)
      })
    })
  }
}

/** What was typed goes over the environment. */
function variables(app: string | undefined, options: ServeOptions, trial: boolean): NodeJS.ProcessEnv {
  const { port, host, data, database, plugin } = options
  return {
    ...(app !== undefined && { ZHUPI_APP: app }),
    ...(port !== undefined && { PORT: String(port) }),
    ...(trial && { HOST: host }),
    ...(data !== undefined && { ZHUPI_DATA: data }),
    ...(database !== undefined && { DATABASE_URL: database }),
    ...(plugin !== undefined && { ZHUPI_PLUGIN: plugin }),
  }
}

function report(lines: Awaited<ReturnType<typeof checkServer>>, trial: boolean): void {
  // Who only tries it out signs in by choosing an account.
  const asked = lines.filter(({ ok, text }) => !trial || ok || !text.startsWith('login'))
  for (const { ok, text } of asked) console.log(`${ok ? 'ok  ' : 'FAIL'} ${text}`)
  const failed = asked.filter(({ ok }) => !ok).length
  if (failed > 0) throw new CommandFailure(`${failed} of ${asked.length} checks failed`, 1)
}

function toPort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new InvalidArgumentError('a port is a number from 0 to 65535.')
}

function explain(error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    const port = 'port' in error ? Number(error.port) : undefined
    throw new CommandFailure(`Port ${port} is taken. Try another: --port ${(port ?? 3000) + 1}`, 2, { cause: error })
  }
  explainConfig(error)
}
