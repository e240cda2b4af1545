import { expect, it } from 'vitest'
import { diagram, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'boundary-timer.bpmn')

it('interrupts its activity', () => {
  const run = start(definition)
  const events = run.fire('late')
  expect(events).toContainEqual({ type: 'TaskCancelled', taskId: 'id-3', elementId: 'decide', reason: 'interrupted' })
  expect(run.waitingAt()).toEqual(['escalated'])
  expect(run.state.timers).toEqual([])
})

it('goes on beside its activity when it does not interrupt, as often as its cycle says', () => {
  const run = start(definition)
  run.fire('remind')
  expect(run.waitingAt()).toEqual(['decide', 'nag'])
  run.fire('remind')
  expect(run.now).toBe('2026-01-03T00:00:00.000Z')
  expect(run.waitingAt()).toEqual(['decide', 'nag', 'nag'])
  expect(run.state.timers.map(({ element }) => element)).toEqual(['late'])
})

it('goes with its activity', () => {
  const run = start(definition)
  const events = run.complete('decide')
  expect(events.filter(({ type }) => type === 'TimerCancelled')).toHaveLength(2)
  expect(run.state.timers).toEqual([])
})

it('is set again when a return opens the activity anew (semantics 5)', () => {
  const run = start(definition)
  run.complete('decide')
  run.now = '2026-02-01T00:00:00.000Z'
  run.return('next', 'decide')
  expect(run.state.timers).toMatchObject([
    { element: 'late', at: '2026-02-06T00:00:00.000Z' },
    { element: 'remind', at: '2026-02-02T00:00:00.000Z', left: 1 },
  ])
})
