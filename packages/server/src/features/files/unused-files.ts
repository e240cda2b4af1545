import { type Clock, later } from '../../clock.ts'
import type { Database } from '../../db/database.ts'
import { placeholders } from '../../db/sql.ts'
import type { FileStore } from '../../ports/files/file-store.ts'
import type { RegisterTable } from '../registers/register-table.ts'
import { findUses } from './find-uses.ts'

export interface UnusedFilesDeps {
  db: Database
  store: Pick<FileStore, 'remove'>
  registers(): readonly RegisterTable[]
  clock: Clock
  /** How long a file that nothing uses stays, by default a day. */
  keepMs?: number
}

export interface Cleaned {
  /** Ids of files that were given up. */
  givenUp: string[]
  /** Given up, and used all the same by a transaction that was under way. */
  kept: string[]
  /** Their bytes are gone. */
  removed: string[]
}

export interface UnusedFiles {
  /** Removes what was uploaded and is used nowhere, step by step; any number of processes may do it, and it may be broken off. */
  clean(): Promise<Cleaned>
}

const DAY_MS = 86_400_000
/** No transaction lasts so long: what was begun before a file was given up has ended by then. */
const SETTLED_MS = 3_600_000
/** So long the id of a removed file stays known, so that nobody brings it into a case. */
const REMEMBERED_MS = 30 * DAY_MS
const PAGE = 200

/**
 * A file goes in three steps, so that no case is left without one it uses:
 * 1. It is older than `keepMs` and nothing uses it: it is given up. It can still be read, but nothing new can use it.
 * 2. An hour later every transaction that could use it before has ended. Is it used, it stays; else its bytes and its name go.
 * 3. Thirty days later the row goes, too.
 */
export function createUnusedFiles({ db, store, registers, clock, keepMs = DAY_MS }: UnusedFilesDeps): UnusedFiles {
  async function giveUp(now: string): Promise<string[]> {
    const givenUp: string[] = []
    for (let after = ''; ; ) {
      const rows = await db.read.all<{ id: string; used: number }>(
        `SELECT f.id, CASE WHEN EXISTS (SELECT 1 FROM file_use u WHERE u.file_id = f.id)
           OR EXISTS (SELECT 1 FROM task t WHERE t.signature = f.id)
           OR EXISTS (SELECT 1 FROM archived_file a WHERE a.file_id = f.id) THEN 1 ELSE 0 END AS used
         FROM stored_file f WHERE f.id > ? AND f.removed_at IS NULL AND f.created_at <= ? ORDER BY f.id LIMIT ?`,
        [after, later(now, -keepMs), PAGE],
      )
      const candidates = rows.filter(({ used }) => !used).map(({ id }) => id)
      const used = await findUses(db.read, registers(), candidates)
      const unused = candidates.filter((id) => !used.has(id))
      if (unused.length > 0) {
        const list = placeholders(1, unused.length)
        await db.write((sql) => sql.run(`UPDATE stored_file SET removed_at = ? WHERE id IN ${list}`, [now, ...unused]))
      }
      givenUp.push(...unused)
      if (rows.length < PAGE) return givenUp
      after = rows.at(-1)?.id ?? after
    }
  }

  async function settle(now: string): Promise<Pick<Cleaned, 'kept' | 'removed'>> {
    const kept: string[] = []
    const removed: string[] = []
    for (let after = ''; ; ) {
      const rows = await db.read.all<{ id: string }>(
        `SELECT id FROM stored_file WHERE id > ? AND removed_at <= ? AND name <> '' ORDER BY id LIMIT ?`,
        [after, later(now, -SETTLED_MS), PAGE],
      )
      const ids = rows.map(({ id }) => id)
      const used = await findUses(db.read, registers(), ids)
      for (const id of ids) {
        if (used.has(id)) {
          await db.write((sql) => sql.run('UPDATE stored_file SET removed_at = NULL WHERE id = ?', [id]))
          kept.push(id)
          continue
        }
        // The bytes first: broken off in between, it is done once more.
        await store.remove(id)
        await db.write((sql) => sql.run("UPDATE stored_file SET name = '', sm3 = '', size = 0 WHERE id = ?", [id]))
        removed.push(id)
      }
      if (rows.length < PAGE) return { kept, removed }
      after = ids.at(-1) ?? after
    }
  }

  return {
    async clean() {
      const now = clock()
      const { kept, removed } = await settle(now)
      const givenUp = await giveUp(now)
      const forgotten = later(now, -REMEMBERED_MS)
      await db.write((sql) => sql.run("DELETE FROM stored_file WHERE removed_at <= ? AND name = ''", [forgotten]))
      return { givenUp, kept, removed }
    },
  }
}
