import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A PostgreSQL of our own: it may be killed and its disk may be filled. */
export interface OwnPostgres {
  url: string
  /** Ends it as a power cut does, and starts it again. */
  crash(): void
  /** Starts it again where it has given up. */
  ensure(): void
  stop(): void
}

const VERSIONS = '/usr/lib/postgresql'
/** PostgreSQL refuses to run as root. */
const ACCOUNT = 'postgres'

/**
 * @param folder empty; it is given to the account of PostgreSQL when this process is root's
 * @returns undefined where no PostgreSQL is installed
 */
export function startOwnPostgres(folder: string, port: number): OwnPostgres | undefined {
  const version = existsSync(VERSIONS)
    ? readdirSync(VERSIONS)
        .sort((a, b) => Number(a) - Number(b))
        .at(-1)
    : undefined
  if (version === undefined) return undefined
  const root = process.getuid?.() === 0
  const data = join(folder, 'data')
  const log = join(folder, 'log')
  if (root) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, ACCOUNT], { encoding: 'utf8' })))
    chownSync(folder, uid ?? 0, gid ?? 0)
  }

  function call(program: string, ...args: string[]): boolean {
    const command = [join(VERSIONS, version ?? '', 'bin', program), ...args]
    const [file = '', ...rest] = root ? ['runuser', '-u', ACCOUNT, '--', ...command] : command
    return spawnSync(file, rest, { cwd: folder, stdio: 'ignore' }).status === 0
  }
  function start(): void {
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c max_wal_size=96MB`
    for (let tried = 0; tried < 10; tried += 1)
      if (call('pg_ctl', '-D', data, '-l', log, '-w', '-o', options, 'start')) return
    throw new Error(`PostgreSQL does not start, see ${log}`)
  }

  if (!call('initdb', '-D', data, '-A', 'trust', '-U', ACCOUNT, '-E', 'UTF8', '--locale=C'))
    throw new Error('initdb failed')
  start()
  return {
    url: `postgres://${ACCOUNT}@127.0.0.1:${port}/postgres`,
    crash() {
      call('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop')
      start()
    },
    ensure() {
      if (!call('pg_ctl', '-D', data, 'status')) start()
    },
    stop: () => void call('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop'),
  }
}
