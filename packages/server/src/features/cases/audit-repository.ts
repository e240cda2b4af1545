import type { Sql } from '../../db/sql.ts'

/** Somebody looked at something that is not shown to everybody. */
export interface AuditRecord {
  id: string
  at: string
  personId: string
  kind: 'reveal' | 'print'
  caseId: string
  /** Path of the value that was revealed. */
  path?: string
  /** Address the request came from. */
  address: string
}

/** Appends to the table `audit`. */
export async function insertAudit(sql: Sql, record: AuditRecord): Promise<void> {
  await sql.run('INSERT INTO audit (id, at, person_id, kind, case_id, path, address) VALUES (?, ?, ?, ?, ?, ?, ?)', [
    record.id,
    record.at,
    record.personId,
    record.kind,
    record.caseId,
    record.path ?? null,
    record.address,
  ])
}
