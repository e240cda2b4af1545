import { accessOf, filterValues } from '@zhupi/forms'
import type { DefinitionStore } from '../../app-folder/definition-store.ts'
import type { Sql } from '../../db/sql.ts'
import type { Actor } from '../../http/actor.ts'
import { casesUsing, fileIdsIn } from '../files/file-uses.ts'
import { findCaseFor } from './case-for-reader.ts'

/**
 * True where a case shows the file to its reader: in a field that is not hidden from them, or as the signature under an opinion that is not.
 * A file that was replaced since is no longer shown, but to its owner.
 */
export async function showsFile(
  sql: Sql,
  definitions: DefinitionStore,
  actor: Actor,
  fileId: string,
): Promise<boolean> {
  for (const caseId of await casesUsing(sql, fileId)) {
    const found = await findCaseFor(sql, definitions, actor, caseId)
    if (!found) continue
    const { record, matter, access } = found
    const signed = record.opinions.filter((opinion) => fileIdsIn(opinion).has(fileId))
    if (signed.some(({ field }) => accessOf(access, field) !== 'hidden')) return true
    // A decision without a 意见栏 has its signature at the task alone.
    if (signed.length === 0 && (await signsTask(sql, caseId, fileId))) return true
    if (fileIdsIn(filterValues(matter.form, record.values, access)).has(fileId)) return true
  }
  return false
}

async function signsTask(sql: Sql, caseId: string, fileId: string): Promise<boolean> {
  return (
    (await sql.first('SELECT id FROM task WHERE case_id = ? AND signature = ? LIMIT 1', [caseId, fileId])) !== undefined
  )
}
