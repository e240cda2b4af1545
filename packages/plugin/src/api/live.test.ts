import { expect, it } from 'vitest'
import { createFakeEvents } from '../../test/fake/events.ts'
import { caseVersionKey, followChanges } from './live.ts'
import { meKey } from './me.ts'
import { createQueryClient } from './query-client.ts'

function follow() {
  const queries = createQueryClient(0)
  const events = createFakeEvents()
  const stop = followChanges(events, queries)
  return { queries, events, stop }
}

it('shows the number of tasks at once', () => {
  const { queries, events } = follow()
  queries.setQueryData(meKey, { id: 'a', counts: { todo: 1, mine: 2, drafts: 3 } })
  events.emit('inbox', { todo: 4 })
  expect(queries.getQueryData(meKey)).toEqual({ id: 'a', counts: { todo: 4, mine: 2, drafts: 3 } })
})

it('asks the lists and the case again that has moved, and leaves a task under decision alone', () => {
  const { queries, events } = follow()
  for (const key of [
    ['case', 'a'],
    ['case', 'b'],
    ['cases', 'mine'],
    ['task', 't'],
  ])
    queries.setQueryData(key, {})
  events.emit('case', { caseId: 'a', version: 7 })
  const stale = (key: readonly unknown[]) => queries.getQueryState(key)?.isInvalidated
  expect([stale(['case', 'a']), stale(['cases', 'mine'])]).toEqual([true, true])
  expect([stale(['case', 'b']), stale(['task', 't'])]).toEqual([false, false])
})

it('remembers the newest version of a case, whatever order it hears them in', () => {
  const { queries, events } = follow()
  events.emit('case', { caseId: 'a', version: 7 })
  events.emit('case', { caseId: 'a', version: 6 })
  expect(queries.getQueryData(caseVersionKey('a'))).toBe(7)
})

it('stops listening', () => {
  const { events, stop } = follow()
  stop()
  expect(events.closed).toBe(true)
})
