import type { Database } from '../src/db/database.ts'

/** So many that no database thinks it cheaper to read them all. */
const CASES = 4000
const PEOPLE = 200

/**
 * Writes a case and its tasks and history again and again under other ids, for many people, and lets the database count what it
 * has: plans are made from that.
 */
export async function multiplyCases(db: Database, caseId: string): Promise<void> {
  const postgres = db.kind === 'postgres'
  const number = postgres ? 'n.seq::text' : 'n.seq'
  const numbers = postgres ? `generate_series(1, ${CASES}) AS n(seq)` : `seq_1_to_${CASES} AS n`
  // Two candidates of a task stay two people.
  const personOf = (column: string) => `CONCAT(r.${column}, '-', MOD(n.seq, ${PEOPLE}))`
  const copy = async (table: string, key: string, changed: Record<string, string>) => {
    const row = await db.read.first<Record<string, unknown>>(`SELECT * FROM ${table} WHERE ${key} = ?`, [caseId])
    const columns = Object.keys(row ?? {})
    const values = columns.map((column) => changed[column] ?? `r.${column}`)
    await db.write((sql) =>
      sql.run(
        `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${table} r, ${numbers} WHERE r.${key} = ?`,
        [caseId],
      ),
    )
    await db.knex.raw(postgres ? `ANALYZE ${table}` : `ANALYZE TABLE ${table} PERSISTENT FOR ALL`)
  }
  const id = `CONCAT('case-', ${number})`
  await copy('case_instance', 'id', {
    id,
    number: `CONCAT('number-', ${number})`,
    initiator_id: personOf('initiator_id'),
  })
  await copy('task', 'case_id', { id: `CONCAT(r.id, ${number})`, case_id: id, person_id: personOf('person_id') })
  await copy('history', 'case_id', {
    id: `CONCAT(r.id, ${number})`,
    case_id: id,
    person_id: personOf('person_id'),
    idempotency_key: 'NULL',
  })
}
