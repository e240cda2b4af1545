import { expect, it } from 'vitest'
import { after, boundary, draw, message, signal, user } from '../draw.ts'
import { refused, start } from '../start.ts'

const definition = await draw(
  `start -> a -> end
   late -> b -> end2
   told -> c -> end3
   called -> d -> end4`,
  {
    a: user('u1'),
    late: boundary('a', after('P1D')),
    told: boundary('a', message('m')),
    called: boundary('a', signal),
    b: user('u2'),
    c: user('u3'),
    d: user('u4'),
  },
)

it('the first event wins, and the others are no longer waited for', () => {
  const run = start(definition)
  const timerId = run.state.timers[0]?.id ?? ''
  const taskId = run.task('a')
  run.deliver('m')
  expect(run.tasks()).toEqual(['c u3'])
  expect([run.state.timers, run.state.subscriptions]).toEqual([[], []])
  refused('TIMER_NOT_FOUND', () => run.send({ type: 'fireTimer', timerId }))
  refused('MESSAGE_NOT_EXPECTED', () => run.deliver('m'))
  refused('TASK_NOT_FOUND', () => run.send({ type: 'complete', taskId, by: 'u1', decision: 'approve' }))
  run.send({ type: 'broadcastSignal', name: 's' })
  expect(run.tasks()).toEqual(['c u3'])
})

it('completing the task wins as well', () => {
  const run = start(definition)
  const timerId = run.state.timers[0]?.id ?? ''
  run.complete('a')
  refused('INSTANCE_ENDED', () => run.send({ type: 'fireTimer', timerId }))
})

it('two boundary events of one signal: the first drawn wins', async () => {
  const twice = await draw(
    `start -> a -> end
     one -> b -> end2
     two -> c -> end3`,
    { a: user('u1'), one: boundary('a', signal), two: boundary('a', signal), b: user('u2'), c: user('u3') },
  )
  const run = start(twice)
  run.send({ type: 'broadcastSignal', name: 's' })
  expect(run.tasks()).toEqual(['b u2'])
})
