import { expect, it } from 'vitest'
import { after, boundary, draw, every, user } from '../draw.ts'
import { refused, start } from '../start.ts'

const definition = await draw(
  `start -> a -> end
   remind -> note -> end2
   late -> b -> end3`,
  {
    a: user('u1'),
    remind: boundary('a', every('R3/P1D'), { interrupting: false }),
    note: user('u5'),
    late: boundary('a', after('P10D')),
    b: user('u2'),
  },
)

const timerOf = (run: ReturnType<typeof start>, element: string) =>
  run.state.timers.find((timer) => timer.element === element)?.id ?? ''

it('fires once, however often a timer is fired', () => {
  const run = start(definition)
  const timerId = timerOf(run, 'late')
  run.send({ type: 'fireTimer', timerId })
  const before = run.state
  expect(refused('TIMER_NOT_FOUND', () => run.send({ type: 'fireTimer', timerId }))).toEqual({ timerId })
  expect(run.state).toBe(before)
  expect(run.tasks()).toEqual(['b u2'])
})

it('each turn of a cycle has an id of its own, so that no turn is fired twice', () => {
  const run = start(definition)
  const first = timerOf(run, 'remind')
  run.send({ type: 'fireTimer', timerId: first })
  refused('TIMER_NOT_FOUND', () => run.send({ type: 'fireTimer', timerId: first }))
  const second = timerOf(run, 'remind')
  expect(second).not.toBe(first)
  run.send({ type: 'fireTimer', timerId: second })
  run.send({ type: 'fireTimer', timerId: timerOf(run, 'remind') })
  expect(timerOf(run, 'remind')).toBe('')
  expect(run.tasks()).toEqual(['a u1', 'note u5', 'note u5', 'note u5'])
})

it('counts a cycle from when it was due, not from when a node came to fire it', () => {
  const run = start(definition)
  run.now = '2026-01-02T07:30:00.000Z'
  run.send({ type: 'fireTimer', timerId: timerOf(run, 'remind') })
  expect(run.state.timers.find(({ element }) => element === 'remind')?.at).toBe('2026-01-03T00:00:00.000Z')
})

it('one that was cancelled meanwhile does nothing', () => {
  const run = start(definition)
  const timerId = timerOf(run, 'late')
  run.complete('a')
  expect(run.status).toBe('completed')
  refused('INSTANCE_ENDED', () => run.send({ type: 'fireTimer', timerId }))
})
