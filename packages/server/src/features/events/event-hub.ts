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
  send(event: LiveEvent): void
  /** No more comes: the server stops, or the person listens from too many places. */
  end(): void
}

export interface EventHubDeps {
  db: Pick<Database, 'read'>
  /** Whoever reads a matter by role hears of all its cases. */
  readsMatter(roles: readonly string[], matterKey: string): boolean
  onError(error: unknown): void
  /** Milliseconds of the wall, which ids of records carry. */
  wall?: () => number
}

export interface EventHub {
  /** @param lastEventId where a broken connection left off @returns ends the listening */
  listen(listener: Listener, lastEventId?: string): Promise<() => void>
  /** Looks for what has changed and tells it. It happens by itself while the hub is started. */
  look(): Promise<void>
  start(): void
  stop(): void
}

const POLL_MS = 1000
/** Records whose transactions end in another order than they were made in, or on a clock that is behind. */
const OVERLAP_MS = 3000
const BATCH = 500
/** More than this is not told one by one. */
const MAX_MISSED = 200
const MAX_PER_PERSON = 6

/**
 * Tells people what changes. Every process reads the history by itself, which each command writes anyway: what another process
 * did is heard like what this one did, on every database, and nothing is written for it. While nobody listens nothing is read.
 */
export function createEventHub({ db, readsMatter, onError, wall = Date.now }: EventHubDeps): EventHub {
  const listeners = new Set<Listener>()
  /** Records told already, with the time at which they may be forgotten. */
  const told = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined
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

  async function lookOnce(): Promise<void> {
    if (listeners.size === 0) return
    const now = wall()
    for (const [id, until] of told) if (until < now) told.delete(id)
    let after = firstIdOf(now - OVERLAP_MS)
    for (;;) {
      const found = await readRecordIds(db.read, after, BATCH)
      const fresh = found.filter((id) => !told.has(id))
      for (const id of fresh) told.set(id, now + 2 * OVERLAP_MS)
      if (fresh.length > 0) await tell(await readChanges(db.read, fresh))
      const last = found.at(-1)
      if (last === undefined || found.length < BATCH) break
      after = last
    }
    await tellNotices(now)
  }

  /** Who was told something hears how much they have not read. */
  async function tellNotices(now: number): Promise<void> {
    const made = await readMadeSince(db.read, firstIdOf(now - OVERLAP_MS), BATCH)
    const fresh = made.filter(({ id }) => !told.has(id))
    for (const { id } of fresh) told.set(id, now + 2 * OVERLAP_MS)
    const present = new Set([...listeners].map(({ actor }) => actor.person.id))
    const concerned = new Set(fresh.map(({ personId }) => personId).filter((person) => present.has(person)))
    const counts = await countUnread(db.read, [...concerned])
    for (const { actor, send } of listeners) {
      const unread = counts.get(actor.person.id)
      if (unread !== undefined) send({ type: 'notice', unread })
    }
  }

  function look(): Promise<void> {
    looking ??= lookOnce().finally(() => {
      looking = undefined
    })
    return looking
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
    const from = firstIdOf(now - OVERLAP_MS)
    const records = await readRecordIds(db.read, from, BATCH)
    const notices = await readMadeSince(db.read, from, BATCH)
    for (const id of [...records, ...notices.map((notice) => notice.id)]) told.set(id, now + 2 * OVERLAP_MS)
  }

  return {
    look,
    async listen(listener, lastEventId) {
      if (listeners.size === 0) await markKnown()
      const { id } = listener.actor.person
      const own = [...listeners].filter(({ actor }) => actor.person.id === id)
      for (const oldest of own.slice(0, Math.max(0, own.length - MAX_PER_PERSON + 1))) {
        listeners.delete(oldest)
        oldest.end()
      }
      listeners.add(listener)
      const counts = await countOpenTasks(db.read, [id])
      listener.send({ type: 'inbox', todo: counts.get(id) ?? 0 })
      if (lastEventId !== undefined) await catchUp(listener, lastEventId)
      return () => listeners.delete(listener)
    },
    start() {
      timer = setInterval(() => void look().catch(onError), POLL_MS)
    },
    stop() {
      clearInterval(timer)
      for (const listener of listeners) listener.end()
      listeners.clear()
    },
  }
}

/** Of each case the last change only. */
function latest(changes: readonly CaseChange[]): CaseChange[] {
  return [...new Map(changes.map((change) => [change.caseId, change])).values()]
}
