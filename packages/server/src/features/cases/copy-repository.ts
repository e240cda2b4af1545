import type { Sql } from '../../db/sql.ts'

/** A case sent to somebody for information. */
export interface CaseCopy {
  caseId: string
  personId: string
  /** The step it was sent from: the reader sees what that step shows. Null: sent by the initiator. */
  elementId: string | null
  sentBy: string
  sentAt: string
}

/** SQL condition for a case `c` of which a person has a copy; binds the person's id. */
export const COPIED = 'EXISTS (SELECT 1 FROM case_copy k WHERE k.case_id = c.id AND k.person_id = ?)'

/** Writes copies; who has one from the same step already keeps it. */
export async function insertCopies(sql: Sql, copies: readonly CaseCopy[]): Promise<void> {
  for (const { caseId, personId, elementId, sentBy, sentAt } of copies) {
    await sql.insertNew('case_copy', {
      case_id: caseId,
      person_id: personId,
      element_id: elementId ?? '',
      sent_by: sentBy,
      sent_at: sentAt,
    })
  }
}

/** The steps from which a person has been sent a case; null stands for the initiator's own application. */
export async function copiedFrom(sql: Sql, caseId: string, personId: string): Promise<Array<string | null>> {
  const rows = await sql.all<{ element_id: string }>(
    'SELECT element_id FROM case_copy WHERE case_id = ? AND person_id = ?',
    [caseId, personId],
  )
  return rows.map(({ element_id }) => element_id || null)
}

/** The person has looked at what was sent to them. */
export async function markCopiesRead(sql: Sql, caseId: string, personId: string, at: string): Promise<void> {
  await sql.run('UPDATE case_copy SET read_at = ? WHERE case_id = ? AND person_id = ? AND read_at IS NULL', [
    at,
    caseId,
    personId,
  ])
}
