import type { Database } from '../../db/database.ts'
import type { SqlValue } from '../../db/sql.ts'
import { sealedBy } from '../../db/vault.ts'
import { payloadPlace } from '../../jobs/sealed-payload.ts'
import { archivePlace } from '../cases/archived-case.ts'
import { casePlace } from '../cases/case-repository.ts'
import { draftPlace } from '../matters/draft-repository.ts'
import { groupPlace } from '../registers/limit-group.ts'
import type { RegisterTable } from '../registers/register-table.ts'
import { forgetOldKeys } from './key-repository.ts'
import { resealGraphileJobs } from './reseal-graphile-jobs.ts'
import { resealRegister } from './reseal-register.ts'

/** Texts of a table that are sealed whole. */
interface SealedTexts {
  table: string
  key: readonly string[]
  columns: readonly string[]
  placeOf(column: string, key: readonly string[]): string
}

const TEXTS: readonly SealedTexts[] = [
  {
    table: 'case_instance',
    key: ['id'],
    columns: ['form_values', 'instance'],
    placeOf: (column, [id = '']) => casePlace(column, id),
  },
  {
    table: 'archived_case',
    key: ['id'],
    columns: ['content'],
    placeOf: (_column, [id = '']) => archivePlace(id),
  },
  {
    table: 'draft',
    key: ['person_id', 'matter_key'],
    columns: ['form_values'],
    placeOf: (_column, [person = '', matter = '']) => draftPlace(matter, person),
  },
  { table: 'job', key: ['id'], columns: ['payload'], placeOf: (_column, [id = '']) => payloadPlace(id) },
  {
    table: 'limit_counter',
    key: ['register_key', 'rule', 'group_key'],
    columns: ['group_values'],
    placeOf: (_column, [register = '', rule = '', key = '']) => groupPlace({ register, rule, key }),
  },
]

const PAGE = 200

export interface Resealed {
  /** Rows that were plain or sealed with an earlier key, by table. */
  rows: Record<string, number>
  /** Ids of keys with which nothing is sealed any more. */
  forgotten: string[]
}

/**
 * Seals with the current key whatever is plain or sealed with an earlier one, page by page in small transactions; the server may go on
 * working, and what is broken off is begun anew without harm. Nothing happens without keys.
 *
 * The earlier keys are forgotten, so no process may still seal with one of them.
 */
export async function reseal(db: Database, registers: readonly RegisterTable[]): Promise<Resealed> {
  const rows: Record<string, number> = {}
  if (db.read.vault.keyIds.length === 0) return { rows, forgotten: [] }
  for (const texts of TEXTS) rows[texts.table] = await resealTexts(db, texts)
  for (const table of registers) rows[table.name] = await resealRegister(db, table)
  if (db.kind === 'postgres') rows.job = (rows.job ?? 0) + (await resealGraphileJobs(db))
  return { rows, forgotten: await db.write(forgetOldKeys) }
}

async function resealTexts(db: Database, { table, key, columns, placeOf }: SealedTexts): Promise<number> {
  const [current] = db.read.vault.keyIds
  const list = key.join(', ')
  const marks = key.map(() => '?').join(', ')
  let count = 0
  let after = key.map(() => '')
  for (;;) {
    const rows = await db.read.all<Record<string, string>>(
      `SELECT ${list}, ${columns.join(', ')} FROM ${table} WHERE (${list}) > (${marks}) ORDER BY ${list} LIMIT ?`,
      [...after, PAGE],
    )
    const old = rows.filter((row) => columns.some((column) => sealedBy(row[column] ?? '') !== current))
    if (old.length > 0) {
      count += await db.write(async (sql) => {
        let changed = 0
        for (const row of old) {
          const names = key.map((name) => row[name] ?? '')
          const before = columns.map((column) => row[column] ?? '')
          const fresh = columns.map((column, at): SqlValue => {
            const place = placeOf(column, names)
            return sql.vault.seal(sql.vault.open(before[at] ?? '', place), place)
          })
          // What was written meanwhile has been sealed by whoever wrote it.
          changed += await sql.run(
            `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')}
             WHERE ${[...key, ...columns].map((column) => `${column} = ?`).join(' AND ')}`,
            [...fresh, ...names, ...before],
          )
        }
        return changed
      })
    }
    if (rows.length < PAGE) return count
    after = key.map((name) => rows.at(-1)?.[name] ?? '')
  }
}
