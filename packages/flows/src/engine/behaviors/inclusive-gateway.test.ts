import { expect, it } from 'vitest'
import { after, boundary, draw, inclusive, user } from '../../../test/draw.ts'
import { diagram, refused, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'inclusive-gateway.bpmn')

function split(variables: Record<string, unknown>) {
  const run = start(definition, { variables })
  run.complete('apply')
  return run
}

it('takes every flow whose condition holds, and waits for what may still come', () => {
  const run = split({ a: true, b: true })
  expect(run.waitingAt()).toEqual(['a', 'b'])
  run.complete('a')
  expect(run.waitingAt()).toEqual(['b'])
  run.complete('b')
  expect(run.waitingAt()).toEqual(['after'])
})

it('does not wait for a branch that was not taken', () => {
  const run = split({ a: true })
  run.complete('a')
  expect(run.waitingAt()).toEqual(['after'])
})

it('looks again when a token dies that might have come (semantics 12)', () => {
  const run = split({ a: true, c: true })
  run.complete('a')
  expect(run.waitingAt()).toEqual(['c'])
  run.complete('c', 'reject')
  expect(run.waitingAt()).toEqual(['after'])
})

it('joins what does come', () => {
  const run = split({ a: true, c: true })
  run.complete('a')
  run.complete('c', 'approve')
  expect(run.waitingAt()).toEqual(['after'])
  run.return('after', 'c')
  expect(run.waitingAt()).toEqual(['c'])
  run.complete('c', 'approve')
  expect(run.waitingAt()).toEqual(['after'])
})

it('refuses to go on when no condition holds and there is no default', () => {
  expect(refused('NO_OUTGOING_FLOW', () => split({}))).toEqual({ elementId: 'split' })
})

it('waits for what an event on the edge of an activity further on may still bring', async () => {
  const drawn = await draw(
    'start -> split -[1 = 1]-> a -> join -> c -> end\nsplit -[2 = 2]-> b -> d -> end2\nlate -> join',
    {
      ...{ a: user('u1'), b: user('u2'), c: user('u3'), d: user('u4') },
      ...{ split: inclusive, join: inclusive, late: boundary('d', after('P1D')) },
    },
  )
  const run = start(drawn)
  run.complete('a')
  expect(run.waitingAt()).toEqual(['b'])
  run.complete('b')
  expect(run.waitingAt()).toEqual(['d'])
  run.complete('d')
  expect(run.waitingAt()).toEqual(['c'])
})
