import type { DefinitionStore } from '../../app-folder/definition-store.ts'
import type { Sql } from '../../db/sql.ts'
import type { Actor } from '../../http/actor.ts'

interface InvolvementRow {
  matter_key: string
  initiator_id: string
  involved: number
}

/** Whether a person may read a case: its initiator, whoever has or had a task in it, and the readers of its matter by role. */
export async function mayReadCase(
  sql: Sql,
  definitions: Pick<DefinitionStore, 'matters'>,
  { person }: Actor,
  caseId: string,
): Promise<boolean> {
  const found = await sql.first<InvolvementRow>(
    `SELECT c.matter_key, c.initiator_id,
            (SELECT COUNT(*) FROM task t WHERE t.case_id = c.id AND t.person_id = ?) AS involved
     FROM case_instance c WHERE c.id = ?`,
    [person.id, caseId],
  )
  if (!found) return false
  if (found.initiator_id === person.id || found.involved > 0) return true
  // Whoever reads a matter today reads its earlier cases, too.
  const matter = definitions.matters().find(({ matter }) => matter.key === found.matter_key)
  return matter?.matter.readers.roles.some((role) => person.roles.includes(role)) ?? false
}
