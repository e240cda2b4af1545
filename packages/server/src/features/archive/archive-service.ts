import type { z } from 'zod'
import type { DefinitionStore } from '../../app-folder/definition-store.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import { auditedAs } from '../../audit/audit-request.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/database.ts'
import { decodeCursor, toPage } from '../../db/keyset-cursor.ts'
import { ServerError } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import { chinaDate, startOfChinaDay } from '../../services/china-date.ts'
import { dayBefore, lastDay, parseDuration } from '../../services/iso-duration.ts'
import { archiveCase } from './archive-case.ts'
import type { ExpiredCaseList, ExpiredQuery, RemoveArchived } from './archive-schema.ts'

export interface ArchiveServiceDeps {
  db: Database
  definitions: Pick<DefinitionStore, 'matters'>
  audit: Pick<AuditLog, 'append'>
  clock: Clock
}

export interface ArchiveService {
  /**
   * Archives what has been closed for as long as its matter says, a transaction a case. Any number of processes may do it at once; broken off,
   * it goes on the next time.
   *
   * @returns how many cases
   */
  archiveDue(limit?: number): Promise<number>
  /** Archived cases that need not be kept any longer, the longest first. */
  expired(query: z.output<typeof ExpiredQuery>): Promise<z.input<typeof ExpiredCaseList>>
  /**
   * Removes archived cases for good, all or none; of each stays its number, the end of its chain, and the record of the audit.
   *
   * @throws ServerError `CASE_NOT_FOUND`, `ARCHIVE_KEPT` where one must still be kept
   */
  remove(actor: Actor, request: z.output<typeof RemoveArchived>): Promise<{ removed: number }>
}

const PAGE = 100
const MOST_AT_ONCE = 2000

interface DueRow {
  id: string
  ended_at: string
}

export function createArchiveService({ db, definitions, audit, clock }: ArchiveServiceDeps): ArchiveService {
  async function archiveMatter(key: string, archiveAfter: string, keepFor: string | undefined, limit: number) {
    const at = clock()
    const wait = parseDuration(archiveAfter)
    const kept = keepFor === undefined ? undefined : parseDuration(keepFor)
    if (!wait) return 0
    const closedBefore = startOfChinaDay(dayBefore(chinaDate(at), wait))
    let count = 0
    for (let after = { ended_at: '', id: '' }; count < limit; ) {
      const rows = await db.read.all<DueRow>(
        `SELECT id, ended_at FROM case_instance WHERE matter_key = ? AND ended_at >= ? AND ended_at < ?
         AND (ended_at > ? OR id > ?) AND status NOT IN ('running', 'suspended') ORDER BY ended_at, id LIMIT ?`,
        [key, after.ended_at, closedBefore, after.ended_at, after.id, Math.min(PAGE, limit - count)],
      )
      for (const { id, ended_at } of rows) {
        const keepUntil = kept ? lastDay(chinaDate(ended_at), kept) : null
        if (await db.write((sql) => archiveCase(sql, id, { at, closedBefore, keepUntil }))) count += 1
      }
      const last = rows.at(-1)
      if (!last || rows.length < PAGE) break
      after = last
    }
    return count
  }

  return {
    async archiveDue(limit = MOST_AT_ONCE) {
      let count = 0
      for (const { matter } of definitions.matters()) {
        const { retention } = matter
        if (!retention || count >= limit) continue
        count += await archiveMatter(matter.key, retention.archiveAfter, retention.keepFor, limit - count)
      }
      return count
    },
    async expired({ cursor, limit }) {
      const [day = '', id = ''] = cursor === undefined ? [] : decodeCursor(cursor, 2)
      const rows = await db.read.all<{
        id: string
        number: string
        title: string
        matter_title: string
        ended_at: string
        keep_until: string
      }>(
        `SELECT id, number, title, matter_title, ended_at, keep_until FROM archived_case
         WHERE removed_at IS NULL AND keep_until < ? AND (keep_until > ? OR (keep_until = ? AND id > ?))
         ORDER BY keep_until, id LIMIT ?`,
        [chinaDate(clock()), day, day, id, limit + 1],
      )
      const page = toPage(rows, limit, (row) => [row.keep_until, row.id])
      return {
        items: page.items.map((row) => ({
          id: row.id,
          number: row.number,
          title: row.title,
          matterTitle: row.matter_title,
          endedAt: row.ended_at,
          keepUntil: row.keep_until,
        })),
        nextCursor: page.nextCursor,
      }
    },
    async remove(actor, { caseIds, reason }) {
      const at = clock()
      await db.write(async (sql) => {
        const numbers: string[] = []
        for (const id of caseIds) {
          const row = await sql.first<{ number: string; keep_until: string | null }>(
            `SELECT number, keep_until FROM archived_case WHERE id = ? AND removed_at IS NULL${sql.locking}`,
            [id],
          )
          if (!row) throw new ServerError('CASE_NOT_FOUND', { caseId: id })
          const { number, keep_until: keepUntil } = row
          if (keepUntil === null || keepUntil >= chinaDate(at))
            throw new ServerError('ARCHIVE_KEPT', { caseId: id, keepUntil })
          numbers.push(number)
          for (const table of ['archived_access', 'archived_file']) {
            await sql.run(`DELETE FROM ${table} WHERE case_id = ?`, [id])
          }
          await sql.run(
            `UPDATE archived_case SET removed_at = ?, title = '', digest = '', initiator_id = '', initiator_name = '',
             initiator_unit = '', content = '', history = '[]', tasks = '[]' WHERE id = ?`,
            [at, id],
          )
        }
        for (const [index, id] of caseIds.entries()) {
          const detail = `${numbers[index]} ${reason}`
          await audit.append(sql, { ...auditedAs(actor), kind: 'discard', object: { type: 'case', id }, detail })
        }
      })
      return { removed: caseIds.length }
    },
  }
}
