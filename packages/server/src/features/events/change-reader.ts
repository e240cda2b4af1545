import { placeholders, type Sql } from '../../db/sql.ts'

/** A case that has moved, and who may hear of it. */
export interface CaseChange {
  /** Id of the record that tells of it: a later change has, but for commits that overtake each other, a later one. */
  id: string
  caseId: string
  version: number
  matterKey: string
  /** Its initiator, whoever has or had a task in it, and who acted. */
  people: ReadonlySet<string>
}

interface ChangeRow {
  id: string
  case_id: string
  case_version: number
  person_id: string | null
  matter_key: string
  initiator_id: string
}

/** Ids of the records after this one, in order: a range of the primary key, whoever wrote them. */
export async function readRecordIds(sql: Sql, after: string, limit: number): Promise<string[]> {
  const rows = await sql.all<{ id: string }>('SELECT id FROM history WHERE id > ? ORDER BY id LIMIT ?', [after, limit])
  return rows.map(({ id }) => id)
}

/** What these records tell of, in order. */
export async function readChanges(sql: Sql, ids: readonly string[]): Promise<CaseChange[]> {
  if (ids.length === 0) return []
  const rows = await sql.all<ChangeRow>(
    `SELECT h.id, h.case_id, h.case_version, h.person_id, c.matter_key, c.initiator_id
     FROM history h JOIN case_instance c ON c.id = h.case_id WHERE h.id IN ${placeholders(1, ids.length)} ORDER BY h.id`,
    ids,
  )
  const cases = [...new Set(rows.map((row) => row.case_id))]
  const receivers = await sql.all<{ case_id: string; person_id: string }>(
    `SELECT DISTINCT case_id, person_id FROM task WHERE case_id IN ${placeholders(1, cases.length)}`,
    cases,
  )
  return rows.map(({ id, case_id, case_version, person_id, matter_key, initiator_id }) => ({
    id,
    caseId: case_id,
    version: case_version,
    matterKey: matter_key,
    people: new Set([
      initiator_id,
      ...(person_id === null ? [] : [person_id]),
      ...receivers.filter((receiver) => receiver.case_id === case_id).map((receiver) => receiver.person_id),
    ]),
  }))
}

/** How many tasks wait for each of these people. */
export async function countOpenTasks(sql: Sql, people: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map(people.map((person) => [person, 0]))
  if (people.length === 0) return counts
  const rows = await sql.all<{ person_id: string; open: number }>(
    `SELECT person_id, COUNT(*) AS open FROM task WHERE state = 'open' AND person_id IN ${placeholders(1, people.length)}
     GROUP BY person_id`,
    people,
  )
  for (const { person_id, open } of rows) counts.set(person_id, Number(open))
  return counts
}
