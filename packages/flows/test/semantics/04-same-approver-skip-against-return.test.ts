import { expect, it } from 'vitest'
import { draw, user } from '../draw.ts'
import { start } from '../start.ts'

const drawn = (repeat: string) =>
  draw('start -> a -> b -> c -> end', {
    a: user('u1'),
    b: user('u1', { policies: `repeat="${repeat}"` }),
    c: user('u3'),
  })

it.each(['skipAdjacent', 'skipEver'])('%s passes the same approver once on the way', async (repeat) => {
  const run = start(await drawn(repeat))
  const events = run.complete('a')
  expect(events).toContainEqual(expect.objectContaining({ elementId: 'b', by: 'u1', automatic: 'repeat' }))
  expect(run.tasks()).toEqual(['c u3'])
})

it.each(['skipAdjacent', 'skipEver'])('%s never approves what was returned to the approver', async (repeat) => {
  const run = start(await drawn(repeat))
  run.complete('a')
  run.return('c', 'b')
  expect(run.tasks()).toEqual(['b u1'])
})

it('asks again in the round after a return what was approved before it', async () => {
  const run = start(await drawn('skipEver'))
  run.complete('a')
  run.return('c', 'initiator')
  run.complete('start', 'submit')
  expect(run.tasks()).toEqual(['a u1'])
  run.complete('a')
  // Approved after the return, so that it speaks for the same person again.
  expect(run.tasks()).toEqual(['c u3'])
})
