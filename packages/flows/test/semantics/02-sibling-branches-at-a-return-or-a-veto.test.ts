import { expect, it } from 'vitest'
import { draw, parallel, user } from '../draw.ts'
import { start } from '../start.ts'

const drawn = (onReject: string) =>
  draw(
    `start -> a -> split -> b -> d -> join -> e -> end
     split -> c -> join`,
    {
      a: user('u1'),
      split: parallel,
      b: user('u2'),
      d: user('u4', { policies: `onReject="${onReject}" returnTo="b"` }),
      c: user('u3'),
      join: parallel,
      e: user('u5'),
    },
  )

async function atVeto(onReject: string) {
  const run = start(await drawn(onReject))
  run.complete('a')
  run.complete('b')
  return { run, cancelled: run.complete('d', 'reject').filter(({ type }) => type === 'TaskCancelled') }
}

it('keeps the sibling when the return stays in its branch', async () => {
  const run = start(await drawn('end'))
  run.complete('a')
  run.complete('b')
  const events = run.return('d', 'b')
  expect(events.filter(({ type }) => type === 'TaskCancelled')).toEqual([])
  expect(run.tasks()).toEqual(['c u3', 'b u2'])
})

it('cancels the sibling, and says so, when the return goes before the split', async () => {
  const run = start(await drawn('end'))
  run.complete('a')
  const events = run.return('b', 'a')
  expect(events).toContainEqual(expect.objectContaining({ type: 'TaskCancelled', elementId: 'c', reason: 'returned' }))
  expect(run.tasks()).toEqual(['a u1'])
})

it('a veto that ends the case cancels the sibling', async () => {
  const { run, cancelled } = await atVeto('end')
  expect(run.status).toBe('rejected')
  expect(cancelled).toMatchObject([{ elementId: 'c', reason: 'ended' }])
})

it('a veto that returns keeps the sibling as a return does', async () => {
  const { run, cancelled } = await atVeto('return')
  expect(cancelled).toEqual([])
  expect(run.tasks()).toEqual(['c u3', 'b u2'])
})

it('a veto that goes on leaves the sibling to its own', async () => {
  const { run, cancelled } = await atVeto('continue')
  expect(cancelled).toEqual([])
  run.complete('c')
  expect(run.tasks()).toEqual(['e u5'])
})
