import type { Sql } from '../db/sql.ts'
import { ServerError } from '../errors.ts'
import { chinaDate } from './china-date.ts'

const PART = /\{(year|month|seq)(?::(\d{1,2}))?\}/g

/** Whether numbers made by a pattern differ from each other. */
export function hasSequence(pattern: string): boolean {
  return /\{seq(?::\d{1,2})?\}/.test(pattern)
}

/**
 * The next number of a pattern such as `HCK-{year}-{seq:4}`: the year of `at` in China, and a sequence that begins anew with
 * each year. The counter is raised in the caller's transaction, so numbers have no gaps and no doubles.
 *
 * @param scope what the numbers belong to: `matter:huicai-quota`
 * @throws ServerError `NUMBERING_INVALID` when the pattern has no `{seq}`
 */
export async function nextNumber(sql: Sql, scope: string, pattern: string, at: string): Promise<string> {
  if (!hasSequence(pattern)) throw new ServerError('NUMBERING_INVALID', { pattern })
  const [year = '', month = ''] = chinaDate(at).split('-')
  const sequence = await raise(sql, pattern.includes('{month}') ? `${scope}:${year}-${month}` : `${scope}:${year}`)
  return pattern.replace(PART, (_, part: string, width: string | undefined) => {
    const text = part === 'year' ? year : part === 'month' ? month : String(sequence)
    return text.padStart(Number(width ?? 0), '0')
  })
}

async function raise(sql: Sql, key: string): Promise<number> {
  const raised = await raiseExisting(sql, key)
  if (raised !== undefined) return raised
  if (await sql.insertNew('number_counter', { counter_key: key, last_value: 1 })) return 1
  // Another process made it meanwhile.
  return (await raiseExisting(sql, key)) ?? 1
}

async function raiseExisting(sql: Sql, key: string): Promise<number | undefined> {
  const row = await sql.changeRow<{ last_value: number }>({
    table: 'number_counter',
    set: 'last_value = last_value + 1',
    key: { column: 'counter_key', value: key },
    columns: 'last_value',
  })
  return row?.last_value
}
