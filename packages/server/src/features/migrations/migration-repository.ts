import type { MigrationMapping } from '@zhupi/flows'
import type { Sql } from '../../db/sql.ts'
import type { StayingCase, Words } from './survey-cases.ts'

/** A migration of open cases, as it was asked for and as far as it has come. */
export interface MigrationRecord {
  id: string
  matter: string
  from: number
  to: number
  mapping: MigrationMapping
  /** Only these cases; null: all that are open. */
  cases: readonly string[] | null
  state: 'running' | 'finished' | 'failed'
  startedBy: string
  startedAt: string
  endedAt: string | null
}

interface MigrationRow {
  id: string
  matter_key: string
  from_version: number
  to_version: number
  mapping: string
  cases: string | null
  state: MigrationRecord['state']
  started_by: string
  started_at: string
  ended_at: string | null
}

/** Begins a migration. @returns false while another one moves cases of the same version of the matter */
export function insertMigration(sql: Sql, record: MigrationRecord): Promise<boolean> {
  return sql.insertNew('case_migration', {
    id: record.id,
    matter_key: record.matter,
    from_version: record.from,
    to_version: record.to,
    mapping: JSON.stringify(record.mapping),
    cases: record.cases && JSON.stringify(record.cases),
    state: record.state,
    running_key: runningKey(record.matter, record.from),
    started_by: record.startedBy,
    started_at: record.startedAt,
  })
}

/** The migration that moves cases of this version at present. */
export async function findRunningMigration(
  sql: Sql,
  matter: string,
  from: number,
): Promise<MigrationRecord | undefined> {
  const row = await sql.first<MigrationRow>('SELECT * FROM case_migration WHERE running_key = ?', [
    runningKey(matter, from),
  ])
  return row && toMigration(row)
}

function runningKey(matter: string, from: number): string {
  return `${matter}:${from}`
}

export async function findMigration(sql: Sql, id: string): Promise<MigrationRecord | undefined> {
  const row = await sql.first<MigrationRow>('SELECT * FROM case_migration WHERE id = ?', [id])
  return row && toMigration(row)
}

/** The latest ten of a matter. */
export async function listMigrationRecords(sql: Sql, matter: string): Promise<MigrationRecord[]> {
  const rows = await sql.all<MigrationRow>(
    'SELECT * FROM case_migration WHERE matter_key = ? ORDER BY id DESC LIMIT 10',
    [matter],
  )
  return rows.map(toMigration)
}

export async function endMigration(sql: Sql, id: string, state: 'finished' | 'failed', at: string): Promise<void> {
  await sql.run(
    `UPDATE case_migration SET state = ?, ended_at = ?, running_key = NULL WHERE id = ? AND state = 'running'`,
    [state, at, id],
  )
}

/** What became of one case; asked again, the first answer stands. */
export async function insertResult(
  sql: Sql,
  migrationId: string,
  { caseId, number, verdict, words }: Omit<StayingCase, 'verdict'> & { verdict: StayingCase['verdict'] | 'moved' },
): Promise<void> {
  await sql.insertNew('case_migration_result', {
    migration_id: migrationId,
    case_id: caseId,
    case_number: number,
    outcome: verdict,
    reason: JSON.stringify(words),
  })
}

export async function countResults(sql: Sql, migrationId: string): Promise<{ moved: number; stayed: number }> {
  const rows = await sql.all<{ outcome: string; n: number }>(
    'SELECT outcome, COUNT(*) AS n FROM case_migration_result WHERE migration_id = ? GROUP BY outcome',
    [migrationId],
  )
  const counts = { moved: 0, stayed: 0 }
  for (const { outcome, n } of rows) counts[outcome === 'moved' ? 'moved' : 'stayed'] += Number(n)
  return counts
}

/** The first hundred that did not move. */
export async function readStaying(sql: Sql, migrationId: string): Promise<StayingCase[]> {
  const rows = await sql.all<{
    case_id: string
    case_number: string
    outcome: StayingCase['verdict']
    reason: string
  }>(
    `SELECT case_id, case_number, outcome, reason FROM case_migration_result
     WHERE migration_id = ? AND outcome <> 'moved' ORDER BY case_id LIMIT 100`,
    [migrationId],
  )
  return rows.map(({ case_id, case_number, outcome, reason }) => {
    return { caseId: case_id, number: case_number, verdict: outcome, words: JSON.parse(reason) as Words[] }
  })
}

/** Open cases of a matter by the version that they run on. */
export async function countByVersion(sql: Sql, matter: string): Promise<Array<{ version: number; count: number }>> {
  const rows = await sql.all<{ matter_version: number; n: number }>(
    `SELECT matter_version, COUNT(*) AS n FROM case_instance
     WHERE matter_key = ? AND status IN ('running', 'suspended') GROUP BY matter_version ORDER BY matter_version`,
    [matter],
  )
  return rows.map(({ matter_version, n }) => ({ version: matter_version, count: Number(n) }))
}

function toMigration(row: MigrationRow): MigrationRecord {
  return {
    id: row.id,
    matter: row.matter_key,
    from: row.from_version,
    to: row.to_version,
    mapping: JSON.parse(row.mapping),
    cases: row.cases === null ? null : JSON.parse(row.cases),
    state: row.state,
    startedBy: row.started_by,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  }
}
