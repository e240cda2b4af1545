import type { Database } from '../../db/database.ts'
import type { Work } from '../../db/group-commit.ts'
import { ServerError } from '../../errors.ts'
import { lockCase } from './case-repository.ts'

const MAX_TRIES = 3

/**
 * A transaction that carries out a command. Where another command came between reading a case and saving it, the work runs
 * again with the case locked: it reads what is there by now and decides anew whether the command still holds.
 *
 * @throws ServerError `CASE_CHANGED` after the last try, else whatever the work throws
 */
export async function writeCase<T>(db: Pick<Database, 'write'>, work: Work<T>): Promise<T> {
  let contended: string | undefined
  for (let tried = 1; ; tried += 1) {
    try {
      return await db.write(async (sql) => {
        if (contended !== undefined) await lockCase(sql, contended)
        return work(sql)
      })
    } catch (error) {
      const changed = error instanceof ServerError && error.code === 'CASE_CHANGED' ? error.members.caseId : undefined
      if (typeof changed !== 'string' || tried === MAX_TRIES) throw error
      contended = changed
    }
  }
}
