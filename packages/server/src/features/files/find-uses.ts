import { placeholders, type Sql } from '../../db/sql.ts'
import { readDraftValues } from '../matters/draft-repository.ts'
import type { RegisterTable } from '../registers/register-table.ts'
import { fileIdsIn } from './file-uses.ts'

/**
 * Which of these files something uses: values or signatures of a case, archived ones too, a draft, a text of a register.
 *
 * @param ids at most some hundred
 */
export async function findUses(
  sql: Sql,
  registers: readonly RegisterTable[],
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const list = placeholders(1, ids.length)
  const inCases = await sql.all<{ id: string }>(
    `SELECT file_id AS id FROM file_use WHERE file_id IN ${list} UNION SELECT signature AS id FROM task WHERE signature IN ${list}
     UNION SELECT file_id AS id FROM archived_file WHERE file_id IN ${list}`,
    [...ids, ...ids, ...ids],
  )
  const used = new Set(inCases.map(({ id }) => id))
  for await (const values of readDraftValues(sql)) for (const id of fileIdsIn(values)) used.add(id)
  for (const table of registers) for (const id of await usedInRegister(sql, table, ids)) used.add(id)
  return used
}

async function usedInRegister(sql: Sql, { name, columns }: RegisterTable, ids: readonly string[]): Promise<string[]> {
  const found: string[] = []
  // What is sensitive is a text about a person, and is no file.
  for (const column of columns.filter(({ definition }) => definition.type === 'text' && !definition.sensitivity)) {
    const rows = await sql.all<{ id: string }>(
      `SELECT ${column.name} AS id FROM ${name} WHERE ${column.name} IN ${placeholders(1, ids.length)}`,
      ids,
    )
    found.push(...rows.map(({ id }) => id))
  }
  return found
}
