import type { Database } from '../src/db/database.ts'

/** The tables that grow with every case. */
const LARGE = new Set([
  'case_instance',
  'task',
  'history',
  'case_copy',
  'subscription',
  'notification',
  'file_use',
  'job',
])

interface PostgresPlan {
  'Node Type': string
  'Relation Name'?: string
  Plans?: PostgresPlan[]
}

/**
 * The large tables that a statement reads from one end to the other, by the plan of the database itself.
 *
 * @param text with `?` where the values stand; it is planned without knowing them, and not run
 */
export function fullScans(db: Database, text: string): Promise<string[]> {
  return db.kind === 'postgres' ? scansOfPostgres(db, text) : scansOfMariadb(db, text)
}

async function scansOfPostgres(db: Database, text: string): Promise<string[]> {
  const client = await db.pool?.connect()
  if (!client) throw new Error('No connection to PostgreSQL')
  try {
    let values = 0
    const numbered = text.replaceAll('?', () => `$${++values}`)
    await client.query('SET plan_cache_mode = force_generic_plan')
    await client.query(`PREPARE planned AS ${numbered}`)
    const given = values > 0 ? `(${Array(values).fill('NULL').join(', ')})` : ''
    const { rows } = await client.query<{ 'QUERY PLAN': Array<{ Plan: PostgresPlan }> }>(
      `EXPLAIN (FORMAT JSON) EXECUTE planned${given}`,
    )
    return rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => scansIn(Plan)))
  } finally {
    client.release(true)
  }
}

function scansIn(plan: PostgresPlan): string[] {
  const name = plan['Relation Name'] ?? ''
  const own = plan['Node Type'] === 'Seq Scan' && LARGE.has(name) ? [name] : []
  return [...own, ...(plan.Plans ?? []).flatMap(scansIn)]
}

/** Source: MariaDB, EXPLAIN: `ALL` reads the whole table, `index` the whole of an index. */
async function scansOfMariadb(db: Database, text: string): Promise<string[]> {
  const planned = text.replaceAll(/LIMIT \?/g, 'LIMIT 20').replaceAll('?', "'1'")
  const rows = await db.read.all<{ table: string | null; type: string | null }>(`EXPLAIN ${planned}`)
  const names = new Map(
    [...text.matchAll(/\b(?:FROM|JOIN|UPDATE|INTO) (\w+)(?: (?:AS )?(\w+))?/g)].map(tableUnderAlias),
  )
  return rows.flatMap(({ table, type }) => {
    const name = names.get(table ?? '') ?? table ?? ''
    return LARGE.has(name) && (type === 'ALL' || type === 'index') ? [name] : []
  })
}

const WORDS = new Set(['WHERE', 'SET', 'ORDER', 'JOIN', 'ON', 'LEFT', 'LIMIT', 'GROUP', 'SELECT', 'VALUES'])

function tableUnderAlias([, table = '', alias = '']: RegExpMatchArray): [string, string] {
  return [alias === '' || WORDS.has(alias.toUpperCase()) ? table : alias, table]
}
