import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { type AuditReport, verifyAudit } from '../audit/verify-audit.ts'
import { openDatabase } from '../db/database.ts'
import { type HistoryBreak, verifyHistory } from '../features/cases/verify-history.ts'
import { DATABASE_FILE, sqliteUrl } from '../runtime.ts'
import { CommandFailure } from './command-failure.ts'

/** `zhupi verify DATA|URL [--json]`: recomputes the chain of every case's history, and that of the audit. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description(
      "Proves that nothing written down was changed: the SM3 chains of every case's history and of the audit.",
    )
    .argument('<data>', 'data folder of a server, or the URL of its database')
    .option('--json', 'prints one JSON object instead of lines')
    .action(async (folder: string, { json }: { json?: boolean }) => {
      const database = await openDatabase({ url: databaseUrl(folder) })
      const { report, audit } = await verifyBoth(database).finally(() => database.close())
      const lines = [...report.broken.map(toLine), ...(audit.broken ? [toAuditLine(audit.broken)] : [])]
      if (json) console.log(JSON.stringify({ ok: lines.length === 0, ...report, audit }, null, 2))
      else for (const line of lines) console.log(line)
      if (lines.length > 0) throw new CommandFailure(json ? '' : `${lines.length} chain(s) broken`, 1)
      if (json) return
      console.log(`ok: ${report.records} records of ${report.cases} cases`)
      console.log(`ok: ${audit.records} records of the audit, the last ${audit.head.hash}`)
    })
}

async function verifyBoth(database: Parameters<typeof verifyHistory>[0]) {
  return { report: await verifyHistory(database), audit: await verifyAudit(database) }
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
  head: 'the head of the chain names another record',
}

function toLine({ caseId, seq, reason }: HistoryBreak): string {
  return `case ${caseId}: record ${seq}: ${REASONS[reason]}`
}

function toAuditLine({ seq, reason }: NonNullable<AuditReport['broken']>): string {
  return `audit: record ${seq}: ${REASONS[reason]}`
}
