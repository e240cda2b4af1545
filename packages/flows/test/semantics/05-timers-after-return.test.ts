import { expect, it } from 'vitest'
import { after, boundary, draw, user } from '../draw.ts'
import { start } from '../start.ts'

const definition = await draw(
  `start -> a -> b -> end
   late -> c -> end2`,
  {
    a: user('u1', { due: 'after="P2D" overdue="remind"' }),
    late: boundary('a', after('P1D')),
    b: user('u2', { due: 'after="P3D" overdue="approve"' }),
    c: user('u3'),
  },
)
const timers = (run: ReturnType<typeof start>) =>
  run.state.timers.map(({ element, at }) => `${element} ${at.slice(0, 10)}`)

it('sets the timers of the step that is opened anew from the return on, and cancels those of the step it left', () => {
  const run = start(definition)
  expect(timers(run)).toEqual(['late 2026-01-02', 'a 2026-01-03'])
  run.complete('a')
  expect(timers(run)).toEqual(['b 2026-01-04'])
  run.now = '2026-02-01T00:00:00.000Z'
  const events = run.return('b', 'a')
  expect(events.filter(({ type }) => type === 'TimerCancelled')).toMatchObject([{ elementId: 'b' }])
  expect(timers(run)).toEqual(['late 2026-02-02', 'a 2026-02-03'])
  run.fire('late')
  expect(run.tasks()).toEqual(['c u3'])
})

it('sets them again for what goes straight back', () => {
  const run = start(definition)
  run.complete('a')
  run.return('b', 'a', { after: 'straight' })
  run.now = '2026-03-01T00:00:00.000Z'
  run.complete('a')
  expect(timers(run)).toEqual(['b 2026-03-04'])
  run.fire('b')
  expect(run.status).toBe('completed')
})

it('sets them again for what is withdrawn', () => {
  const run = start(definition)
  run.complete('a')
  run.now = '2026-04-01T00:00:00.000Z'
  run.withdraw('a')
  expect(timers(run)).toEqual(['late 2026-04-02', 'a 2026-04-03'])
})
