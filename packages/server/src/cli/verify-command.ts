import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { openDatabase } from '../db/database.ts'
import { type HistoryBreak, verifyHistory } from '../features/cases/verify-history.ts'
import { DATABASE_FILE, sqliteUrl } from '../runtime.ts'
import { CommandFailure } from './command-failure.ts'

/** `zhupi verify DATA|URL [--json]`: recomputes the chain of every case's history. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description("Proves that no history was changed: recomputes the SM3 chain of every case's history.")
    .argument('<data>', 'data folder of a server, or the URL of its database')
    .option('--json', 'prints one JSON object instead of lines')
    .action(async (folder: string, { json }: { json?: boolean }) => {
      const database = await openDatabase({ url: databaseUrl(folder) })
      const report = await verifyHistory(database).finally(() => database.close())
      if (json) console.log(JSON.stringify({ ok: report.broken.length === 0, ...report }, null, 2))
      else for (const line of report.broken.map(toLine)) console.log(line)
      if (report.broken.length > 0) throw new CommandFailure(json ? '' : `${report.broken.length} chain(s) broken`, 1)
      if (!json) console.log(`ok: ${report.records} records of ${report.cases} cases`)
    })
}

function databaseUrl(data: string): string {
  if (data.includes('://')) return data
  const file = join(data, DATABASE_FILE)
  if (!existsSync(file)) throw new CommandFailure(`${file}: no such database`, 2)
  return sqliteUrl(data)
}

const REASONS: Record<HistoryBreak['reason'], string> = {
  changed: 'this record was changed',
  missing: 'a record is missing before this one',
  head: 'the head of the case names another record',
}

function toLine({ caseId, seq, reason }: HistoryBreak): string {
  return `case ${caseId}: record ${seq}: ${REASONS[reason]}`
}
