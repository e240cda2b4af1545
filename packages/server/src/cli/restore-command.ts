import { Command } from 'commander'
import { openDatabase } from '../db/database.ts'
import { verifyHistory } from '../features/cases/verify-history.ts'
import { sqliteUrl } from '../runtime.ts'
import { CommandFailure } from './command-failure.ts'

/** `zhupi restore FILE [--data DIR]`: a data folder from a backup, and the proof that its histories are whole. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('Makes a data folder from a backup, then proves its histories. Nothing that is there is overwritten.')
    .argument('<file>', 'what `zhupi backup` wrote')
    .option('--data <dir>', 'data folder to make; by default ZHUPI_DATA, else .data')
    .action(async (file: string, { data = process.env.ZHUPI_DATA ?? '.data' }: { data?: string }) => {
      const { RestoreRefused, restore } = await import('../backup/restore.ts')
      const { createdAt } = await restore(file, data).catch((error: unknown) => {
        if (error instanceof RestoreRefused) throw new CommandFailure(error.message, 1, { cause: error })
        throw error
      })
      const database = await openDatabase({ url: sqliteUrl(data) })
      const { cases, records, broken } = await verifyHistory(database).finally(() => database.close())
      if (broken.length > 0) throw new CommandFailure(`${broken.length} chain(s) broken: run zhupi verify ${data}`, 1)
      console.log(`ok: ${records} records of ${cases} cases in ${data}, as of ${createdAt}`)
    })
}
