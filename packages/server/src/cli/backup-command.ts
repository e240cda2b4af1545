import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { systemClock } from '../clock.ts'
import { DATABASE_FILE } from '../runtime.ts'
import { CommandFailure } from './command-failure.ts'

/** `zhupi backup FILE [--data DIR]`: one file with everything, while the server goes on working. */
export function backupCommand(): Command {
  return new Command('backup')
    .description(
      'Writes the embedded database, the files and the secret into one archive; the server may go on working.',
    )
    .argument('<file>', 'the archive: zhupi-2026-03-18.tar.gz')
    .option('--data <dir>', 'data folder of the server; by default ZHUPI_DATA, else .data')
    .action(async (file: string, { data = process.env.ZHUPI_DATA ?? '.data' }: { data?: string }) => {
      if (!existsSync(join(data, DATABASE_FILE))) {
        throw new CommandFailure(
          `${join(data, DATABASE_FILE)}: no such database. PostgreSQL is backed up by pg_dump, MariaDB by mariadb-dump: see docs/guides/operate.md.`,
          2,
        )
      }
      const { backUp } = await import('../backup/back-up.ts')
      const { digests } = await backUp(data, file, systemClock())
      const files = Object.keys(digests).filter((name) => name.startsWith('files/')).length
      console.log(`ok: the database and ${files} files in ${file}`)
    })
}
