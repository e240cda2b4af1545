import { expect, it } from 'vitest'
import { draw, user } from '../draw.ts'
import { refused, start } from '../start.ts'

const drawn = (round: 'all' | 'any') =>
  draw('start -> a -> b -> end', { a: user(['u1', 'u2', 'u3'], { round }), b: user('u4') })

it.each([[['u2', 'u3']], [['u3', 'u2']]])(
  'one after the other, in either order, the round ends once: %s',
  async (order) => {
    const run = start(await drawn('all'))
    run.complete('a', 'approve', { by: 'u1' })
    for (const by of order) run.complete('a', 'approve', { by })
    expect(run.events.filter(({ type }) => type === 'RoundClosed')).toHaveLength(1)
    expect(run.tasks()).toEqual(['b u4'])
  },
)

it('who comes after the round has ended is refused', async () => {
  const run = start(await drawn('any'))
  const late = run.task('a', 'u3')
  run.complete('a', 'approve', { by: 'u2' })
  refused('TASK_NOT_FOUND', () => run.send({ type: 'complete', taskId: late, by: 'u3', decision: 'reject' }))
  expect(run.events.filter(({ type }) => type === 'RoundClosed')).toHaveLength(1)
  expect(run.tasks()).toEqual(['b u4'])
})
