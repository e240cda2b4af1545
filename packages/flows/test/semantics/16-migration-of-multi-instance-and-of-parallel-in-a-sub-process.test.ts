import { expect, it } from 'vitest'
import { draw, parallel, sub, user } from '../draw.ts'
import { start } from '../start.ts'

const step = (name: string) => user(['u1', 'u2', 'u3'], { round: 'all', name })
const inParallel = 'start2 -> split -> b -> join -> end2\nsplit -> c -> join'
const inside = { split: parallel, join: parallel, b: user('u4'), c: user('u5') }

it('a countersign in the middle keeps its seats, its decisions and its end (flowable#2636)', async () => {
  const drawn = (id: string) =>
    draw(`start -> s -> last -> end`, { s: sub(`start2 -> ${id} -> end2`, { [id]: step(id) }), last: user('u9') })
  const run = start(await drawn('a'))
  run.complete('a', 'approve', { by: 'u2' })
  run.migrate(await drawn('x'), { mapping: { a: 'x' } })
  expect(run.tasks()).toEqual(['x u1', 'x u3'])
  run.complete('x', 'approve', { by: 'u1' })
  run.complete('x', 'approve', { by: 'u3' })
  expect(run.variables.decisions).toEqual({ x: 'approve' })
  expect(run.tasks()).toEqual(['last u9'])
})

it('a countersign in turn goes on with whose turn it is', async () => {
  const drawn = (id: string) =>
    draw(`start -> ${id} -> end`, { [id]: user(['u1', 'u2', 'u3'], { round: 'sequential' }) })
  const run = start(await drawn('a'))
  run.complete('a')
  run.migrate(await drawn('x'), { mapping: { a: 'x' } })
  expect(run.tasks()).toEqual(['x u2'])
  run.complete('x')
  run.complete('x')
  expect(run.status).toBe('completed')
})

it('branches inside a sub-process keep their tokens, and join once (flowable#2559)', async () => {
  const drawn = (id: string) =>
    draw(`start -> ${id} -> last -> end`, { [id]: sub(inParallel, inside), last: user('u9') })
  const run = start(await drawn('s'))
  run.complete('b')
  run.migrate(await drawn('t'), { mapping: { s: 't' } })
  expect(run.tasks()).toEqual(['c u5'])
  expect(run.state.arrivals.map(({ flow }) => flow)).toEqual(['b-join'])
  run.complete('c')
  expect(run.tasks()).toEqual(['last u9'])
  run.return('last', 'b')
  expect(run.tasks()).toEqual(['b u4'])
  run.complete('b')
  expect(run.tasks()).toEqual(['last u9'])
})

it('two branches that are both open stay two', async () => {
  const drawn = (lines: string, more = {}) => draw('start -> s -> end', { s: sub(lines, { ...inside, ...more }) })
  const run = start(await drawn(inParallel))
  run.migrate(await drawn('start2 -> split -> b -> x -> join -> end2\nsplit -> c -> join', { x: user('u6') }))
  expect(run.tasks()).toEqual(['b u4', 'c u5'])
  for (const element of ['c', 'b', 'x']) run.complete(element)
  expect(run.status).toBe('completed')
})
