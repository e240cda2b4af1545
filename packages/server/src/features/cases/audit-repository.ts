import type { Sql } from '../../db/sql.ts'

/** Somebody looked at something that is not shown to everybody, put a definition in force, or moved open cases to it. */
export interface AuditRecord {
  id: string
  at: string
  personId: string
  kind: 'reveal' | 'print' | 'publish' | 'migrate'
  /** Null for what concerns no case. */
  caseId: string | null
  /** Path of the value that was revealed; kind and key of the definition; matter and versions of a migration. */
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
