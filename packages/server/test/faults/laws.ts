import { groupBy } from './group-by.ts'

/** A request that was answered, under its idempotency key. */
export interface Act {
  key: string
  kind: 'start' | 'approve' | 'return'
  /** Of the case that was started, or of the task decided on. */
  id: string
  /** False: refused, so nothing of it may be stored. */
  taken: boolean
}

/** One POST that a receiver got. */
export interface Delivery {
  key: string
  path: string
  caseId: string
  /** False: answered with an error, so it comes again. */
  accepted: boolean
}

/** What the world outside has seen. */
export interface Observed {
  acts: readonly Act[]
  /** In the order of their coming. */
  deliveries: readonly Delivery[]
}

export interface StoredRecord {
  caseId: string
  kind: string
  elementId: string | null
  taskId: string | null
  /** The idempotency key that came with the act, and the answer kept beside it. */
  key: string | null
  response: string | null
}

/** What the database holds when all is quiet. */
export interface Stored {
  cases: ReadonlyArray<{ id: string; status: string; timers: readonly string[]; services: readonly string[] }>
  /** By case, first to last. */
  history: readonly StoredRecord[]
  openTasks: ReadonlyArray<{ id: string; caseId: string }>
  /** Keys of jobs that will still be done. */
  waitingJobs: readonly string[]
  /** Cases whose chain of hashes is broken. */
  brokenChains: readonly string[]
}

export type Law = 'lost' | 'doubled' | 'stuck' | 'disordered' | 'chain'

/** A law that was broken, and by what. */
export interface Violation {
  law: Law
  subject: string
  what: string
}

/**
 * Holds what is stored against what was answered. The laws:
 * - *lost*: what was acknowledged is in the history; what left the database has reached its target.
 * - *doubled*: once, and what was refused not at all; a task is decided once, a delivery repeats its key and its content.
 * - *stuck*: a case has ended, or waits for a person, a timer or a delivery that is going to come.
 * - *disordered*: the history of a case is a walk through its diagram: each round ends once, each timer fires once; its
 *   deliveries arrive in the order of the walk.
 * - *chain*: every hash fits.
 */
export function findViolations(observed: Observed, stored: Stored): Violation[] {
  return [
    ...brokenActs(observed.acts, stored.history),
    ...decidedTwice(stored.history),
    ...brokenWalks(stored),
    ...brokenDeliveries(observed.deliveries, stored.history),
    ...waitingForNothing(stored),
    ...stored.brokenChains.map((subject): Violation => ({ law: 'chain', subject, what: 'a hash does not fit' })),
  ]
}

function brokenActs(acts: readonly Act[], history: readonly StoredRecord[]): Violation[] {
  const violations: Violation[] = []
  const records = groupBy(
    history.filter(({ key }) => key !== null),
    ({ key }) => key ?? '',
  )
  const answered = new Set(acts.map(({ key }) => key))
  for (const act of acts) {
    const kept = records.get(act.key) ?? []
    const wanted = act.taken ? 1 : 0
    if (kept.length < wanted) violations.push({ law: 'lost', subject: act.key, what: `${act.kind} is not stored` })
    if (kept.length > wanted) violations.push({ law: 'doubled', subject: act.key, what: `stored ${kept.length} times` })
    const stored = kept[0]
    if (stored && act.taken && (act.kind === 'start' ? stored.caseId : stored.taskId) !== act.id) {
      violations.push({ law: 'lost', subject: act.key, what: 'stored with another object' })
    }
  }
  for (const key of records.keys()) {
    if (!answered.has(key)) violations.push({ law: 'doubled', subject: key, what: 'stored, but nobody was answered' })
  }
  return violations
}

function decidedTwice(history: readonly StoredRecord[]): Violation[] {
  const decided = history.filter(({ kind }) => kind === 'completed' || kind === 'returned')
  const byTask = groupBy(decided, ({ taskId }) => taskId ?? '')
  return [...byTask]
    .filter(([, records]) => records.length > 1)
    .map(([subject, { length }]): Violation => ({ law: 'doubled', subject, what: `decided ${length} times` }))
}

/** What each record is in the walk; null where it is no step of its own. */
const STEPS: Record<string, string> = {
  started: 'S',
  'completed sign': 'C',
  'timer late': 'L',
  'service notify': 'N',
  'timer pause': 'P',
  'returned head': 'R',
  'completed head': 'H',
  'service deliver': 'D',
}
const ROUND = '(?:CCC|C{0,2}L)NP'
/** Three countersigners or their time limit, the notice, the pause; then back once more, or signed and delivered. */
const WALK = new RegExp(`^S(?:${ROUND}R)*${ROUND}HD$`)

function brokenWalks({ cases, history }: Stored): Violation[] {
  const byCase = groupBy(history, ({ caseId }) => caseId)
  return cases.flatMap(({ id, status }): Violation[] => {
    const walk = (byCase.get(id) ?? []).map(stepOf).join('')
    if (status !== 'completed') return [{ law: 'stuck', subject: id, what: `${status} after ${walk}` }]
    return WALK.test(walk) ? [] : [{ law: 'disordered', subject: id, what: walk }]
  })
}

function stepOf({ kind, elementId }: StoredRecord): string {
  if (kind === 'ended') return ''
  return STEPS[kind === 'started' ? kind : `${kind} ${elementId}`] ?? `[${kind} ${elementId}]`
}

function brokenDeliveries(deliveries: readonly Delivery[], history: readonly StoredRecord[]): Violation[] {
  const violations: Violation[] = []
  for (const [subject, all] of groupBy(deliveries, ({ key }) => key)) {
    const contents = new Set(all.map(({ path, caseId }) => `${path} ${caseId}`))
    if (contents.size > 1) violations.push({ law: 'doubled', subject, what: 'one key, two contents' })
  }
  const services = groupBy(
    history.filter(({ kind }) => kind === 'service'),
    ({ caseId }) => caseId,
  )
  const accepted = groupBy(firstOfEachKey(deliveries), ({ caseId }) => caseId)
  for (const caseId of new Set([...services.keys(), ...accepted.keys()])) {
    const sent = (services.get(caseId) ?? []).map(({ elementId }) => `/${elementId}`)
    const came = (accepted.get(caseId) ?? []).map(({ path }) => path)
    if (sent.join() === came.join()) continue
    const law = came.length < sent.length ? 'lost' : came.length > sent.length ? 'doubled' : 'disordered'
    violations.push({ law, subject: caseId, what: `sent ${sent.join(' ')}, came ${came.join(' ')}` })
  }
  return violations
}

function firstOfEachKey(deliveries: readonly Delivery[]): Delivery[] {
  const seen = new Set<string>()
  return deliveries.filter(({ key, accepted }) => accepted && !seen.has(key) && seen.add(key))
}

function waitingForNothing({ cases, openTasks, waitingJobs }: Stored): Violation[] {
  const jobs = new Set(waitingJobs)
  const withTask = new Set(openTasks.map(({ caseId }) => caseId))
  return cases.flatMap(({ id, status, timers, services }): Violation[] => {
    if (status !== 'running') {
      return withTask.has(id) ? [{ law: 'stuck', subject: id, what: 'ended, but a task of it is open' }] : []
    }
    const keys = [...timers.map((one) => `timer:${one}`), ...services.map((one) => `service:${one}`)]
    const missing = keys.filter((key) => !jobs.has(key))
    if (missing.length > 0)
      return [{ law: 'stuck', subject: id, what: `waits for ${missing.join(', ')}, which is gone` }]
    return keys.length > 0 || withTask.has(id) ? [] : [{ law: 'stuck', subject: id, what: 'waits for nothing' }]
  })
}
