import { expect, it } from 'vitest'
import { after, boundary, draw, inclusive, node, user } from '../draw.ts'
import { start } from '../start.ts'

const definition = await draw(
  `start -> split -[x]-> a -> join -> d -> end
   split -[y]-> b -> gate -[decisions.b = "approve"]-> join
   gate -[else]-> end2
   split -[else]-> c -> join
   late -> end3`,
  {
    split: inclusive,
    join: inclusive,
    a: user('u1'),
    b: user('u2', { policies: 'onReject="continue"' }),
    late: boundary('b', after('P1D')),
    c: user('u3'),
    d: user('u4'),
  },
)

it('waits for the branches that were taken, and for no other', () => {
  const run = start(definition, { variables: { x: true, y: true } })
  run.complete('a')
  expect(run.tasks()).toEqual(['b u2'])
  run.complete('b')
  expect(run.tasks()).toEqual(['d u4'])
})

it('does not wait where only one was taken', () => {
  const run = start(definition, { variables: { x: true, y: false } })
  run.complete('a')
  expect(run.tasks()).toEqual(['d u4'])
})

it('is looked at again when the token that it waits for dies at an end', () => {
  const run = start(definition, { variables: { x: true, y: true } })
  run.complete('a')
  run.complete('b', 'reject')
  expect(run.tasks()).toEqual(['d u4'])
})

it('is looked at again when it dies by a boundary event', () => {
  const run = start(definition, { variables: { x: true, y: true } })
  run.complete('a')
  run.fire('late')
  expect(run.tasks()).toEqual(['d u4'])
})

it('waits for a token that may come round a loop', async () => {
  const loop = await draw(
    `start -> split -[x]-> a -> join -> d -> end
     split -[y]-> meet -> b -> gate -[decisions.b = "approve"]-> join
     gate -[else]-> meet`,
    {
      split: inclusive,
      join: inclusive,
      meet: node('exclusiveGateway'),
      a: user('u1'),
      b: user('u2', { policies: 'onReject="continue"' }),
      d: user('u4'),
    },
  )
  const run = start(loop, { variables: { x: true, y: true } })
  run.complete('a')
  run.complete('b', 'reject')
  expect(run.tasks()).toEqual(['b u2'])
  run.complete('b')
  expect(run.tasks()).toEqual(['d u4'])
})
