import type { Database } from '../../db/database.ts'
import { firstIdOf } from '../../db/uuid-v7.ts'
import type { Actor } from '../../http/actor.ts'
import { countUnread, readMadeSince } from '../notifications/notification-repository.ts'
import { type CaseChange, countOpenTasks, readChanges, readRecordIds } from './change-reader.ts'

/** One message of `GET /events`. */
export type LiveEvent =
  | { type: 'inbox'; todo: number }
  | { type: 'case'; id: string; caseId: string; version: number }
  | { type: 'notice'; unread: number }
  | { type: 'reset' }

export interface Listener {
  actor: Actor
  /** The session it rides on; one with a ticket has none. */
  sessionId?: string
  send(event: LiveEvent): void
  /** Shows that the connection lives. */
  beat(): void
  /** No more comes: the server stops, the session has ended, or the person listens from too many places. */
  end(): void
}

export interface EventHubDeps {
  db: Pick<Database, 'read'>
  /** Whoever reads a matter by role hears of all its cases. */
  readsMatter(roles: readonly string[], matterKey: string): boolean
  /** Of these sessions, the ones that have not ended. */
  livingSessions(ids: readonly string[]): Promise<ReadonlySet<string>>
  onError(error: unknown): void
  /** Milliseconds of the wall, which ids of records carry. */
  wall?: () => number
}

export interface EventHub {
  /** @param lastEventId where a broken connection left off @returns ends the listening */
  listen(listener: Listener, lastEventId?: string): Promise<() => void>
  /** Looks for what has changed and tells it. It happens by itself while the hub is started. */
  look(): Promise<void>
  /** Shows every listener that the connection lives, ends those whose session another process has ended, and looks far back. */
  beat(): Promise<void>
  /** Ends the listening of a session that this process has ended. */
  endSession(id: string): void
  start(): void
  stop(): void
}

const POLL_MS = 1000
const BEAT_MS = 20_000
/** Records whose transactions end in another order than they were made in, or on a clock that is behind. */
const OVERLAP_MS = 3000
/** A transaction that waits for a lock ends later than that: at each beat what it wrote is looked for, too. */
const LATE_MS = 60_000
const BATCH = 500
/** More than this is not told one by one. */
const MAX_MISSED = 200
const MAX_PER_PERSON = 6

/**
 * Tells people what changes. Every process reads the history by itself, which each command writes anyway: what another process
 * did is heard like what this one did, on every database, and nothing is written for it. While nobody listens nothing is read.
 */
export function createEventHub({ db, readsMatter, livingSessions, onError, wall = Date.now }: EventHubDeps): EventHub {
  const listeners = new Set<Listener>()
  /** Records told already, with the time at which they may be forgotten. */
  const told = new Map<string, number>()
  const timers: NodeJS.Timeout[] = []
  let looking: Promise<void> | undefined

  function hears({ actor }: Listener, { people, matterKey }: CaseChange): boolean {
    return people.has(actor.person.id) || readsMatter(actor.person.roles, matterKey)
  }

  async function tell(changes: readonly CaseChange[]): Promise<void> {
    const present = new Set([...listeners].map(({ actor }) => actor.person.id))
    const concerned = [...present].filter((person) => changes.some(({ people }) => people.has(person)))
    const counts = await countOpenTasks(db.read, concerned)
    for (const listener of listeners) {
      for (const { id, caseId, version } of latest(changes.filter((change) => hears(listener, change)))) {
        listener.send({ type: 'case', id, caseId, version })
      }
      const todo = counts.get(listener.actor.person.id)
      if (todo !== undefined) listener.send({ type: 'inbox', todo })
    }
  }

  async function lookOnce(backMs: number): Promise<void> {
    if (listeners.size === 0) return
    const now = wall()
    for (const [id, until] of told) if (until < now) told.delete(id)
    let after = firstIdOf(now - backMs)
    for (;;) {
      const found = await readRecordIds(db.read, after, BATCH)
      const fresh = found.filter((id) => !told.has(id))
      for (const id of fresh) told.set(id, now + 2 * LATE_MS)
      if (fresh.length > 0) await tell(await readChanges(db.read, fresh))
      const last = found.at(-1)
      if (last === undefined || found.length < BATCH) break
      after = last
    }
    await tellNotices(now, backMs)
  }

  /** Who was told something hears how much they have not read. */
  async function tellNotices(now: number, backMs: number): Promise<void> {
    const made = await readMadeSince(db.read, firstIdOf(now - backMs), BATCH)
    const fresh = made.filter(({ id }) => !told.has(id))
    for (const { id } of fresh) told.set(id, now + 2 * LATE_MS)
    const present = new Set([...listeners].map(({ actor }) => actor.person.id))
    const concerned = new Set(fresh.map(({ personId }) => personId).filter((person) => present.has(person)))
    const counts = await countUnread(db.read, [...concerned])
    for (const { actor, send } of listeners) {
      const unread = counts.get(actor.person.id)
      if (unread !== undefined) send({ type: 'notice', unread })
    }
  }

  function look(backMs = OVERLAP_MS): Promise<void> {
    looking ??= lookOnce(backMs).finally(() => {
      looking = undefined
    })
    return looking
  }

  function end(listener: Listener): void {
    listeners.delete(listener)
    listener.end()
  }

  async function beat(): Promise<void> {
    const ids = [...listeners].flatMap(({ sessionId }) => (sessionId === undefined ? [] : [sessionId]))
    const living = await livingSessions(ids)
    for (const listener of [...listeners]) {
      const { sessionId } = listener
      if (sessionId === undefined || living.has(sessionId) || !ids.includes(sessionId)) listener.beat()
      else end(listener)
    }
    await looking
    await look(LATE_MS)
  }

  async function catchUp(listener: Listener, lastEventId: string): Promise<void> {
    const missed = await readRecordIds(db.read, lastEventId, MAX_MISSED + 1)
    if (missed.length > MAX_MISSED) return listener.send({ type: 'reset' })
    const changes = await readChanges(db.read, missed)
    for (const { id, caseId, version } of latest(changes.filter((change) => hears(listener, change)))) {
      listener.send({ type: 'case', id, caseId, version })
    }
  }

  /** What was there before anybody listened is not news. */
  async function markKnown(): Promise<void> {
    const now = wall()
    const from = firstIdOf(now - LATE_MS)
    const records: string[] = []
    for (let after: string | undefined = from; after !== undefined; ) {
      const found = await readRecordIds(db.read, after, BATCH)
      records.push(...found)
      after = found.length < BATCH ? undefined : found.at(-1)
    }
    const notices = await readMadeSince(db.read, from, BATCH)
    for (const id of [...records, ...notices.map((notice) => notice.id)]) told.set(id, now + 2 * LATE_MS)
  }

  return {
    look: () => look(),
    beat,
    endSession(id) {
      for (const listener of [...listeners]) if (listener.sessionId === id) end(listener)
    },
    async listen(listener, lastEventId) {
      if (listeners.size === 0) await markKnown()
      const { id } = listener.actor.person
      const own = [...listeners].filter(({ actor }) => actor.person.id === id)
      for (const oldest of own.slice(0, Math.max(0, own.length - MAX_PER_PERSON + 1))) {
        end(oldest)
      }
      listeners.add(listener)
      const counts = await countOpenTasks(db.read, [id])
      listener.send({ type: 'inbox', todo: counts.get(id) ?? 0 })
      if (lastEventId !== undefined) await catchUp(listener, lastEventId)
      return () => listeners.delete(listener)
    },
    start() {
      timers.push(setInterval(() => void look().catch(onError), POLL_MS))
      timers.push(setInterval(() => void beat().catch(onError), BEAT_MS))
    },
    stop() {
      for (const timer of timers) clearInterval(timer)
      for (const listener of listeners) listener.end()
      listeners.clear()
    },
  }
}

/** Of each case the last change only. */
function latest(changes: readonly CaseChange[]): CaseChange[] {
  return [...new Map(changes.map((change) => [change.caseId, change])).values()]
}
