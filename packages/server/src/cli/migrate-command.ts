import { Command } from 'commander'
import { readConfig } from '../config/read-config.ts'
import { toServerOptions } from '../config/server-options.ts'
import { reseal } from '../features/encryption/reseal.ts'
import { createLog } from '../log.ts'
import { openRuntime } from '../runtime.ts'
import { explainConfig, findConfig } from './find-config.ts'

/** `zhupi migrate [--config FILE]`: brings tables and stored data up to date with this version and its keys. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description(
      'Brings the tables up to date and seals with the current key what is plain or sealed with an earlier one. The server may go on working.',
    )
    .option('--config <file>', 'configuration; by default zhupi.config.yaml of this folder')
    .action((options: { config?: string }) => migrate(options.config).catch(explainConfig))
}

async function migrate(file: string | undefined): Promise<void> {
  const config = readConfig({ file: file ?? findConfig(), env: process.env })
  const options = toServerOptions(config)
  const runtime = await openRuntime({
    ...options,
    publicUrl: options.publicUrl ?? 'http://localhost/',
    runJobs: false,
    log: createLog(config.log.level),
  })
  try {
    const { database, services } = runtime
    console.log('ok: the tables are up to date')
    const [current] = database.read.vault.keyIds
    if (current === undefined) {
      console.log('no encryption key is configured: personal data is stored as it is')
      return
    }
    const { rows, forgotten } = await reseal(database, services.definitions.registers())
    // What was there before stays legible in the free pages of the file, and in its log.
    if (database.kind === 'sqlite') await vacuum(database)
    const changed = Object.values(rows).reduce((sum, count) => sum + count, 0)
    console.log(`ok: ${changed} rows sealed with the key ${current}`)
    for (const id of forgotten) console.log(`nothing is sealed with the key ${id} any more: it may be taken out`)
  } finally {
    await runtime.close()
  }
}

async function vacuum({ knex }: { knex: { raw(text: string): Promise<unknown> } }): Promise<void> {
  await knex.raw('VACUUM')
  await knex.raw('PRAGMA wal_checkpoint(TRUNCATE)')
}
