import { expect, it } from 'vitest'
import { draw, parallel, user } from '../draw.ts'
import { start } from '../start.ts'

/** Two tokens come through `meet`, so that the flow from it is taken twice. */
const definition = await draw(
  `start -> split -> a -> meet -> join -> d -> end
   split -> b -> meet
   split -> c -> join`,
  { split: parallel, a: user('u1'), b: user('u2'), c: user('u3'), join: parallel, d: user('u4') },
)

it('does not join two tokens of one flow', () => {
  const run = start(definition)
  run.complete('a')
  run.complete('b')
  expect(run.tasks()).toEqual(['c u3'])
  expect(run.state.arrivals.map(({ flow }) => flow)).toEqual(['meet-join', 'meet-join'])
})

it('consumes one a flow, and keeps the rest', () => {
  const run = start(definition)
  for (const element of ['a', 'b', 'c']) run.complete(element)
  expect(run.tasks()).toEqual(['d u4'])
  expect(run.state.arrivals.map(({ flow }) => flow)).toEqual(['meet-join'])
})

it('says that the rest is stuck when nothing more can come', () => {
  const run = start(definition)
  for (const element of ['a', 'b', 'c']) run.complete(element)
  expect(run.complete('d')).toContainEqual({ type: 'TokensStuck', elementIds: ['join'] })
  expect(run.status).toBe('running')
})
