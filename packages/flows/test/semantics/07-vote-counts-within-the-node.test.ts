import { expect, it } from 'vitest'
import { draw, user } from '../draw.ts'
import { start } from '../start.ts'

const voters = ['u1', 'u2', 'u3', 'u4', 'u5']
const definition = await draw('start -> a -> b -> c -> end', {
  a: user(voters, { round: 'all' }),
  b: user(voters, { round: 'vote', count: 'threshold="0.6" by="share"', policies: 'onReject="continue"' }),
  c: user('u9'),
})

function atVote() {
  const run = start(definition)
  for (const by of voters) run.complete('a', 'approve', { by })
  return run
}

it('counts the votes of this step alone, not the approvals before it', () => {
  const run = atVote()
  run.complete('b', 'approve', { by: 'u1' })
  run.complete('b', 'approve', { by: 'u2' })
  expect(run.tasks()).toEqual(['b u3', 'b u4', 'b u5'])
})

it('ends as soon as the threshold is reached, and spares the others', () => {
  const run = atVote()
  for (const by of ['u1', 'u2', 'u5']) run.complete('b', 'approve', { by })
  expect(run.tasks()).toEqual(['c u9'])
  expect(run.variables.decisions).toMatchObject({ b: 'approve' })
})

it('ends as soon as it can no longer be reached', () => {
  const run = atVote()
  for (const by of ['u1', 'u2']) run.complete('b', 'reject', { by })
  expect(run.tasks()).toEqual(['b u3', 'b u4', 'b u5'])
  run.complete('b', 'reject', { by: 'u3' })
  expect(run.variables.decisions).toMatchObject({ b: 'reject' })
  expect(run.tasks()).toEqual(['c u9'])
})

it('counts from nothing after a return', () => {
  const run = atVote()
  for (const by of ['u1', 'u2', 'u3']) run.complete('b', 'approve', { by })
  run.return('c', 'b')
  run.complete('b', 'approve', { by: 'u4' })
  run.complete('b', 'approve', { by: 'u5' })
  expect(run.tasks()).toEqual(['b u1', 'b u2', 'b u3'])
})
