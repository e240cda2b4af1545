import { describe, expect, it } from 'vitest'
import { type Act, type Delivery, findViolations, type Observed, type Stored, type StoredRecord } from './laws.ts'

const act = (key: string, kind: Act['kind'], id: string): Act => ({ key, kind, id, taken: true })
const record = (kind: string, elementId: string | null, taskId: string | null, key: string | null): StoredRecord => ({
  caseId: 'case',
  kind,
  elementId,
  taskId,
  key,
  response: null,
})
const delivery = (key: string, path: string): Delivery => ({ key, path, caseId: 'case', accepted: true })

/** A run as it should be: one return, one round ended by its time limit, one delivery that was repeated. */
function soundRun(): { observed: Mutable<Observed>; stored: Mutable<Stored> } {
  const history = [
    record('started', null, null, 'k-start'),
    ...['a', 'b', 'c'].map((task) => record('completed', 'sign', task, `k-${task}`)),
    record('service', 'notify', null, null),
    record('timer', 'pause', null, null),
    record('returned', 'head', 'd', 'k-d'),
    record('completed', 'sign', 'e', 'k-e'),
    record('timer', 'late', null, null),
    record('service', 'notify', null, null),
    record('timer', 'pause', null, null),
    record('completed', 'head', 'f', 'k-f'),
    record('service', 'deliver', null, null),
  ]
  const approvals = ['a', 'b', 'c', 'e', 'f'].map((task) => act(`k-${task}`, 'approve', task))
  const refused: Act = { key: 'k-refused', kind: 'approve', id: 'a', taken: false }
  return {
    observed: {
      acts: [act('k-start', 'start', 'case'), ...approvals, act('k-d', 'return', 'd'), refused],
      deliveries: [
        { ...delivery('s1', '/notify'), accepted: false },
        delivery('s1', '/notify'),
        delivery('s1', '/notify'),
        delivery('s2', '/notify'),
        delivery('s3', '/deliver'),
      ],
    },
    stored: {
      cases: [{ id: 'case', status: 'completed', timers: [], services: [] }],
      history,
      openTasks: [],
      waitingJobs: [],
      brokenChains: [],
    },
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends ReadonlyArray<infer E> ? E[] : T[K] }
type Run = ReturnType<typeof soundRun>

/** One fault planted into a sound run. */
const FAULTS: Array<[string, string, (run: Run) => void]> = [
  ['an approval that was answered is not stored', 'lost', ({ stored }) => remove(stored.history, 'k-b')],
  ['an approval is stored with another task', 'lost', ({ observed }) => change(observed.acts, 1, { id: 'z' })],
  ['an approval is stored twice', 'doubled', ({ stored }) => repeat(stored.history, 2)],
  ['a refused approval is stored', 'doubled', ({ observed }) => change(observed.acts, 2, { taken: false })],
  ['an approval is stored that nobody sent', 'doubled', ({ observed }) => void observed.acts.splice(2, 1)],
  ['a task is decided twice', 'doubled', ({ stored }) => change(stored.history, 2, { taskId: 'a' })],
  ['a round ends twice', 'disordered', ({ stored }) => repeat(stored.history, 4)],
  ['a timer fires twice', 'disordered', ({ stored }) => repeat(stored.history, 5)],
  ['a timer never fired', 'disordered', ({ stored }) => void stored.history.splice(5, 1)],
  ['a round ends with a seat open', 'disordered', ({ stored }) => void stored.history.splice(3, 1)],
  ['a delivery never came', 'lost', ({ observed }) => void observed.deliveries.splice(3, 1)],
  ['a delivery was never accepted', 'lost', ({ observed }) => change(observed.deliveries, 4, { accepted: false })],
  ['a delivery came under two keys', 'doubled', ({ observed }) => change(observed.deliveries, 2, { key: 's9' })],
  ['a key brings another content', 'doubled', ({ observed }) => change(observed.deliveries, 2, { path: '/deliver' })],
  ['deliveries come in another order', 'disordered', ({ observed }) => void observed.deliveries.reverse()],
  ['a case has not ended', 'stuck', ({ stored }) => change(stored.cases, 0, { status: 'running' })],
  [
    'an ended case leaves a task open',
    'stuck',
    ({ stored }) => void stored.openTasks.push({ id: 'g', caseId: 'case' }),
  ],
  ['a timer has lost its job', 'stuck', ({ stored }) => change(stored.cases, 0, { status: 'running', timers: ['t'] })],
  ['a hash does not fit', 'chain', ({ stored }) => void stored.brokenChains.push('case')],
]

describe('the laws', () => {
  it('find nothing in a sound run', () => {
    const { observed, stored } = soundRun()
    expect(findViolations(observed, stored)).toEqual([])
  })

  it.each(FAULTS)('find that %s', (_fault, law, plant) => {
    const run = soundRun()
    plant(run)
    expect(findViolations(run.observed, run.stored).map((violation) => violation.law)).toContain(law)
  })
})

function remove(history: StoredRecord[], key: string): void {
  history.splice(
    history.findIndex((one) => one.key === key),
    1,
  )
}

function repeat<T>(list: T[], index: number): void {
  const found = list[index]
  if (found) list.splice(index, 0, found)
}

function change<T extends object>(list: T[], index: number, changed: Partial<T>): void {
  const found = list[index]
  if (found) list[index] = { ...found, ...changed }
}
