import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'koa'
import type { AuditedRequest, AuditLog } from '../../audit/audit-log.ts'
import type { AuditObject } from '../../audit/audit-record.ts'
import { auditedFrom } from '../../audit/audit-request.ts'
import { type Clock, later } from '../../clock.ts'
import { basePath, type HttpConfig } from '../../http/http-config.ts'
import { deviceName } from './device-name.ts'
import type { Login } from './login.ts'
import type { Living, SessionRecord, SessionRepository } from './session-repository.ts'

export const SESSION_COOKIE = 'zhupi_session'
const TOKEN = /^[\w-]{43}$/
/** So long a process believes what it has read: an end that another process has set is seen within it. */
const BELIEVED_MS = 5000
/** Not each request writes that the browser was seen. */
const TOUCH_MS = 60_000
const MOST_REMEMBERED = 10_000

export interface SessionLimits {
  /** Ends a session that asks nothing for so long; by default 30 minutes. */
  idleMs: number
  /** Ends it in any case; by default 12 hours. */
  absoluteMs: number
}

export const SESSION_LIMITS: SessionLimits = { idleMs: 30 * 60_000, absoluteMs: 12 * 60 * 60_000 }

export interface SessionsDeps {
  config: Pick<HttpConfig, 'publicUrl'>
  repository: SessionRepository
  audit: Pick<AuditLog, 'append'>
  clock: Clock
  newId(): string
  limits?: SessionLimits
  /** Hears at once of every session that this process ends. */
  onEnd?: (id: string) => void
}

/**
 * Sessions of browsers, kept in the database that all processes share: the cookie is a random token, and whoever ends a session ends
 * it everywhere, in other processes after at most five seconds.
 */
export interface Sessions extends Login {
  /**
   * Signs the browser in with a new token; the session it had before ends.
   *
   * @param login how it signed in: `ticket`, `oidc`, `demo`
   * @returns the instant at which it ends if nothing is asked until then
   */
  open(ctx: Context, personId: string, login: string): Promise<string>
  /** Signs the browser out. @returns whose session it was; undefined where it had none */
  close(ctx: Context): Promise<string | undefined>
  /** The session a request rides on; undefined for one with a ticket. */
  idOf(ctx: Context): string | undefined
  /** Sessions that hold, the last seen first: of a person, or of all. @throws ServerError `CURSOR_INVALID` */
  list(query: { personId?: string; cursor?: string; limit: number }): ReturnType<SessionRepository['list']>
  /** Of these sessions, the ones that hold, whichever process has ended the others. */
  holding(ids: readonly string[]): Promise<ReadonlySet<string>>
  /**
   * Ends a session, of that person only where one is named.
   *
   * @param by who ends it, for the audit
   * @returns whose it was
   */
  end(id: string, by: AuditedRequest, personId?: string): Promise<string | undefined>
}

export function createSessions({
  config,
  repository,
  audit,
  clock,
  newId,
  limits = SESSION_LIMITS,
  onEnd,
}: SessionsDeps): Sessions {
  const secure = config.publicUrl.startsWith('https:')
  const path = basePath(config)
  const touchMs = Math.min(TOUCH_MS, limits.idleMs / 4)
  const remembered = createMemory(clock)

  return {
    name: 'session',
    async open(ctx, personId, login) {
      const at = clock()
      const token = randomBytes(32).toString('base64url')
      const before = tokenOf(ctx)
      const replaces = before && digestOf(before)
      const record: SessionRecord = {
        id: newId(),
        personId,
        login,
        address: ctx.ip.slice(0, 64),
        device: deviceName(ctx.get('User-Agent')),
        createdAt: at,
        lastSeenAt: at,
      }
      if (replaces) remembered.forget(replaces)
      const by = auditedFrom(ctx, personId)
      await repository.insert(record, { digest: digestOf(token), ...(replaces && { replaces }) }, living(), (sql) =>
        audit.append(sql, { ...by, kind: 'signIn', object: objectOf(record), detail: login }),
      )
      setCookie(ctx, token)
      return endOf(record)
    },
    async close(ctx) {
      const token = tokenOf(ctx)
      setCookie(ctx, null)
      if (token === undefined) return undefined
      const digest = digestOf(token)
      const record = await repository.removeByToken(digest, (sql, session) =>
        audit.append(sql, { ...auditedFrom(ctx, session.personId), kind: 'signOut', object: objectOf(session) }),
      )
      remembered.forget(digest)
      if (record) onEnd?.(record.id)
      return record?.personId
    },
    async authenticate(ctx) {
      const token = tokenOf(ctx)
      if (token === undefined) return undefined
      const digest = digestOf(token)
      const record = remembered.find(digest) ?? remembered.keep(digest, await repository.findByToken(digest))
      const now = clock()
      if (!record || endOf(record) <= now) return undefined
      if (later(record.lastSeenAt, touchMs) <= now) {
        // At once, so that of the requests that come together one writes.
        record.lastSeenAt = now
        if ((await repository.touch(record.id, now)) === 0) {
          remembered.forget(digest)
          return undefined
        }
      }
      ctx.state.sessionId = record.id
      return record.personId
    },
    idOf: (ctx) => ctx.state.sessionId,
    list: (query) => repository.list(living(), query),
    holding: (ids) => repository.holding(living(), ids),
    async end(id, by, personId) {
      const ended = await repository.remove(
        id,
        (sql, session) =>
          audit.append(sql, { ...by, kind: 'sessionEnded', object: objectOf(session), detail: session.personId }),
        personId,
      )
      if (ended) {
        remembered.forgetId(id)
        onEnd?.(id)
      }
      return ended?.personId
    },
  }

  function endOf({ createdAt, lastSeenAt }: SessionRecord): string {
    const ends = [later(lastSeenAt, limits.idleMs), later(createdAt, limits.absoluteMs)]
    return ends.sort()[0] ?? createdAt
  }

  function living(): Living {
    const now = clock()
    return { seenAfter: later(now, -limits.idleMs), openedAfter: later(now, -limits.absoluteMs) }
  }

  function setCookie(ctx: Context, token: string | null): void {
    // Behind a proxy the connection here is plain; the public URL says what the browser sees.
    ctx.cookies.secure = secure
    ctx.cookies.set(SESSION_COOKIE, token, { path, secure, httpOnly: true, sameSite: 'lax', overwrite: true })
  }
}

function objectOf({ id }: SessionRecord): AuditObject {
  return { type: 'session', id }
}

/** What was read of sessions a moment ago, so that a page with twenty requests costs one statement. */
function createMemory(clock: Clock) {
  const entries = new Map<string, { record: SessionRecord; readAt: string }>()
  return {
    find(digest: string): SessionRecord | undefined {
      const entry = entries.get(digest)
      return entry && later(entry.readAt, BELIEVED_MS) > clock() ? entry.record : undefined
    },
    keep(digest: string, record: SessionRecord | undefined): SessionRecord | undefined {
      // Of those that were read at once one is kept, or each would write that it was seen.
      const sooner = record && this.find(digest)
      if (sooner) return sooner
      entries.delete(digest)
      if (!record) return undefined
      entries.set(digest, { record, readAt: clock() })
      const [oldest] = entries.keys()
      if (entries.size > MOST_REMEMBERED && oldest !== undefined) entries.delete(oldest)
      return record
    },
    forget(digest: string): void {
      entries.delete(digest)
    },
    forgetId(id: string): void {
      for (const [digest, { record }] of entries) if (record.id === id) entries.delete(digest)
    },
  }
}

function tokenOf(ctx: Context): string | undefined {
  const token = ctx.cookies.get(SESSION_COOKIE)
  return token !== undefined && TOKEN.test(token) ? token : undefined
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
