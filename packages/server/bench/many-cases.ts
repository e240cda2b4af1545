import type { Pool } from 'pg'

/** Copies of one real case, which a person has applied for and another has open. */
export interface ManyCases {
  /** Cases in all; each has four tasks: three done, one open. */
  cases: number
  /** A case as the server has made it. */
  model: string
  /** Whose lists are looked at: they keep the same open tasks, and every hundredth of what is done. */
  personId: string
  /** Open tasks of that person. */
  open: number
}

const PEOPLE_EVERY = 500

/**
 * Fills a PostgreSQL with copies of a case by plain SQL: the same sizes as real rows, other ids, people and instants; a person
 * for each five hundred cases.
 */
export async function fillWithCases(pool: Pool, { cases, model, personId, open }: ManyCases): Promise<void> {
  const people = Math.max(10, Math.ceil(cases / PEOPLE_EVERY))
  const columnsOf = async (table: string) => {
    const text =
      "SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 AND table_schema = 'public'"
    return (await pool.query<{ name: string }>(text, [table])).rows.map(({ name }) => name)
  }
  const copy = async (table: string, from: string, changed: Record<string, string>, where: string) => {
    const columns = await columnsOf(table)
    const selected = columns.map((column) => changed[column] ?? `m.${column}`)
    await pool.query(
      `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${selected.join(', ')} FROM ${from} WHERE ${where}`,
    )
  }
  const at = (offset: string) =>
    `to_char(timestamp '2020-01-01' + (g * 150 + ${offset}) * interval '1 second', 'YYYY-MM-DD"T"HH24:MI:SS.000"Z"')`
  const id = `lpad(to_hex(g), 12, '0')`
  const quoted = `'${model}'`
  const somebody = (shift: string) => `'person-' || ((g + ${shift}) % ${people})`

  await copy(
    'case_instance',
    `case_instance m, generate_series(1, ${cases}) g`,
    {
      id: `'case-' || ${id}`,
      number: `'N-' || g`,
      initiator_id: somebody('7'),
      started_at: at('0'),
      updated_at: at('60'),
    },
    `m.id = ${quoted}`,
  )
  const done = {
    id: `'task-' || ${id} || '-' || k`,
    case_id: `'case-' || ${id}`,
    received_at: at('k * 10'),
    matter_key: `'matter-' || (g % 8)`,
    element_id: `'step-' || k`,
  }
  const theirs = `CASE WHEN g % 100 = 0 AND k = 1 THEN '${personId}' ELSE ${somebody('k')} END`
  await copy(
    'task',
    `(SELECT * FROM task WHERE case_id = ${quoted} AND state = 'open' LIMIT 1) m, generate_series(1, ${cases}) g, generate_series(1, 3) k`,
    {
      ...done,
      person_id: theirs,
      state: "'done'",
      completed_at: at('k * 10 + 5'),
      completed_by: theirs,
      decision: "'approve'",
    },
    'true',
  )
  const holder = `CASE WHEN g % ${Math.floor(cases / open)} = 0 THEN '${personId}' ELSE ${somebody('3')} END`
  await copy(
    'task',
    `(SELECT * FROM task WHERE case_id = ${quoted} AND state = 'open' LIMIT 1) m, generate_series(1, ${cases}) g, (SELECT 4 AS k) k`,
    { ...done, id: `'open-' || ${id}`, received_at: at('40'), person_id: holder },
    'true',
  )
  await pool.query('VACUUM ANALYZE case_instance')
  await pool.query('VACUUM ANALYZE task')
}
