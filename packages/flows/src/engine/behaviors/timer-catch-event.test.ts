import { expect, it } from 'vitest'
import { diagram, refused, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'timer-catch-event.bpmn')

it('waits for a duration from now, then until a date', () => {
  const run = start(definition, { variables: { waitFor: 'P1DT12H' } })
  expect(run.state.timers).toMatchObject([{ element: 'pause', at: '2026-01-02T12:00:00.000Z' }])
  run.fire('pause')
  expect(run.state.timers).toMatchObject([{ element: 'until', at: '2026-02-28T16:00:00.000Z' }])
  run.fire('until')
  expect(run.waitingAt()).toEqual(['last'])
})

it('refuses what is no ISO 8601, and a timer that has fired: firing twice does nothing (semantics 14)', () => {
  refused('TIME_INVALID', () => start(definition, { variables: { waitFor: 'tomorrow' } }))
  const run = start(definition, { variables: { waitFor: 'PT1H' } })
  const timerId = run.state.timers[0]!.id
  run.fire('pause')
  refused('TIMER_NOT_FOUND', () => run.send({ type: 'fireTimer', timerId }))
})
