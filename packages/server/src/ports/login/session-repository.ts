import type { Database } from '../../db/database.ts'
import { decodeCursor, toPage } from '../../db/keyset-cursor.ts'
import { placeholders, type Sql, type SqlValue } from '../../db/sql.ts'

/** A browser that is signed in. */
export interface SessionRecord {
  id: string
  personId: string
  /** How it signed in: name of the login, `ticket`, `oidc`, `demo`. */
  login: string
  /** Address it signed in from. */
  address: string
  /** `Chrome 120 · Windows` */
  device: string
  createdAt: string
  /** Written about once a minute. */
  lastSeenAt: string
}

interface SessionRow {
  id: string
  person_id: string
  login: string
  address: string
  device: string
  created_at: string
  last_seen_at: string
}

/** What still holds: seen and opened after these instants. */
export interface Living {
  seenAfter: string
  openedAfter: string
}

/** Ids in one statement. */
const MANY = 500

const COLUMNS = 'id, person_id, login, address, device, created_at, last_seen_at'

/** Sessions of browsers (table `session`), found by the digest of their token. */
export function createSessionRepository(database: Pick<Database, 'read' | 'write'>) {
  return {
    async findByToken(digest: string): Promise<SessionRecord | undefined> {
      const row = await database.read.first<SessionRow>(`SELECT ${COLUMNS} FROM session WHERE token_digest = ?`, [
        digest,
      ])
      return row && toRecord(row)
    },

    /** Adds a session in the place of the one that the browser had, and forgets those that have not been seen since. */
    insert(
      record: SessionRecord,
      token: { digest: string; replaces?: string },
      { seenAfter }: Living,
      audit: Note,
    ): Promise<void> {
      return database.write(async (sql) => {
        if (token.replaces !== undefined) await removeByToken(sql, token.replaces)
        await sql.run('DELETE FROM session WHERE last_seen_at < ?', [seenAfter])
        await sql.run(`INSERT INTO session (${COLUMNS}, token_digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, [
          ...toValues(record),
          token.digest,
        ])
        await audit(sql, record)
      })
    },

    touch(id: string, at: string): Promise<number> {
      return database.write((sql) => sql.run('UPDATE session SET last_seen_at = ? WHERE id = ?', [at, id]))
    },

    /** @returns the session that was; undefined where there was none */
    removeByToken(digest: string, audit: Note): Promise<SessionRecord | undefined> {
      return database.write(async (sql) => {
        const row = await sql.first<SessionRow>(`SELECT ${COLUMNS} FROM session WHERE token_digest = ?${sql.locking}`, [
          digest,
        ])
        return row && remove(sql, toRecord(row), audit)
      })
    },

    /** @returns the session that was; undefined where there was none, or none of that person */
    remove(id: string, audit: Note, personId?: string): Promise<SessionRecord | undefined> {
      return database.write(async (sql) => {
        const row = await sql.first<SessionRow>(`SELECT ${COLUMNS} FROM session WHERE id = ?${sql.locking}`, [id])
        if (!row || (personId !== undefined && row.person_id !== personId)) return undefined
        return remove(sql, toRecord(row), audit)
      })
    },

    /** Of these sessions, the ones that hold. */
    async holding({ seenAfter, openedAfter }: Living, ids: readonly string[]): Promise<Set<string>> {
      const holding = new Set<string>()
      for (let at = 0; at < ids.length; at += MANY) {
        const some = ids.slice(at, at + MANY)
        const rows = await database.read.all<{ id: string }>(
          `SELECT id FROM session WHERE last_seen_at >= ? AND created_at >= ? AND id IN ${placeholders(1, some.length)}`,
          [seenAfter, openedAfter, ...some],
        )
        for (const { id } of rows) holding.add(id)
      }
      return holding
    },

    /** Sessions that hold, the last seen first. */
    async list(living: Living, { personId, cursor, limit }: { personId?: string; cursor?: string; limit: number }) {
      const conditions = ['last_seen_at >= ?', 'created_at >= ?']
      const values: SqlValue[] = [living.seenAfter, living.openedAfter]
      if (personId !== undefined) {
        conditions.push('person_id = ?')
        values.push(personId)
      }
      if (cursor !== undefined) {
        const [at, id] = decodeCursor(cursor, 2)
        conditions.push('(last_seen_at < ? OR (last_seen_at = ? AND id < ?))')
        values.push(at ?? '', at ?? '', id ?? '')
      }
      const rows = await database.read.all<SessionRow>(
        `SELECT ${COLUMNS} FROM session WHERE ${conditions.join(' AND ')} ORDER BY last_seen_at DESC, id DESC LIMIT ?`,
        [...values, limit + 1],
      )
      return toPage(rows.map(toRecord), limit, ({ lastSeenAt, id }) => [lastSeenAt, id])
    },
  }
}

export type SessionRepository = ReturnType<typeof createSessionRepository>

/** Writes down what was done to a session, in the same transaction. */
type Note = (sql: Sql, session: SessionRecord) => Promise<void>

async function remove(sql: Sql, session: SessionRecord, audit: Note): Promise<SessionRecord> {
  await sql.run('DELETE FROM session WHERE id = ?', [session.id])
  await audit(sql, session)
  return session
}

function removeByToken(sql: Sql, digest: string): Promise<number> {
  return sql.run('DELETE FROM session WHERE token_digest = ?', [digest])
}

function toRecord({ id, person_id, login, address, device, created_at, last_seen_at }: SessionRow): SessionRecord {
  return { id, personId: person_id, login, address, device, createdAt: created_at, lastSeenAt: last_seen_at }
}

function toValues(record: SessionRecord): SqlValue[] {
  const { id, personId, login, address, device, createdAt, lastSeenAt } = record
  return [id, personId, login, address, device, createdAt, lastSeenAt]
}
