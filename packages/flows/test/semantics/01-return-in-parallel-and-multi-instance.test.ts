import { expect, it } from 'vitest'
import { draw, parallel, user } from '../draw.ts'
import { start } from '../start.ts'

const definition = await draw(
  `start -> a -> split -> b -> join -> board -> last -> end
   split -> c -> join`,
  {
    a: user('u1'),
    split: parallel,
    b: user('u2'),
    c: user('u3'),
    join: parallel,
    board: user(['u4', 'u5', 'u6'], { round: 'all' }),
    last: user('u7'),
  },
)

function untilBoard() {
  const run = start(definition)
  for (const element of ['a', 'b', 'c']) run.complete(element)
  return run
}

it('returns out of one branch to before the split: both branches go, and both come again', () => {
  const run = start(definition)
  run.complete('a')
  run.complete('c')
  run.return('b', 'a')
  expect(run.tasks()).toEqual(['a u1'])
  expect(run.state.arrivals).toEqual([])
  for (const element of ['a', 'b', 'c']) run.complete(element)
  expect(run.tasks()).toEqual(['board u4', 'board u5', 'board u6'])
})

it('returns into one branch from behind the join, and the join waits for that branch alone', () => {
  const run = untilBoard()
  run.return('board', 'b', { by: 'u4' })
  expect(run.tasks()).toEqual(['b u2'])
  run.complete('b')
  expect(run.tasks()).toEqual(['board u4', 'board u5', 'board u6'])
})

it('returns from a countersign that is half decided: every seat goes, and every seat comes again', () => {
  const run = untilBoard()
  run.complete('board', 'approve', { by: 'u4' })
  const events = run.return('board', 'a', { by: 'u5' })
  expect(events.filter(({ type }) => type === 'TaskCancelled')).toMatchObject([{ elementId: 'board' }])
  expect(events.filter(({ type }) => type === 'TaskUndone')).toContainEqual(
    expect.objectContaining({ elementId: 'board' }),
  )
  for (const element of ['a', 'b', 'c']) run.complete(element)
  expect(run.tasks()).toEqual(['board u4', 'board u5', 'board u6'])
  run.complete('board', 'approve', { by: 'u5' })
  run.complete('board', 'approve', { by: 'u6' })
  expect(run.tasks()).toEqual(['board u4'])
})

it('returns to a countersign: a new round of all seats, whose decision is not the old one', () => {
  const run = untilBoard()
  for (const by of ['u4', 'u5', 'u6']) run.complete('board', 'approve', { by })
  expect(run.variables.decisions).toMatchObject({ board: 'approve' })
  run.return('last', 'board')
  expect(run.tasks()).toEqual(['board u4', 'board u5', 'board u6'])
  expect(run.variables.decisions).not.toHaveProperty('board')
  for (const by of ['u6', 'u5', 'u4']) run.complete('board', 'approve', { by })
  run.complete('last')
  expect(run.status).toBe('completed')
})
