import { expect, it } from 'vitest'
import { draw, user } from '../draw.ts'
import { start } from '../start.ts'

const line = await draw('start -> a -> b -> c -> end', { a: user('u1'), b: user('u2'), c: user('u3') })

function atLast() {
  const run = start(line)
  run.complete('a')
  run.complete('b')
  return run
}

it('replays forward: everybody between is asked again', () => {
  const run = atLast()
  run.return('c', 'initiator')
  run.complete('start', 'submit')
  expect(run.tasks()).toEqual(['a u1'])
  run.complete('a')
  expect(run.tasks()).toEqual(['b u2'])
  run.complete('b')
  expect(run.tasks()).toEqual(['c u3'])
})

it('goes straight back to the one who returned it, and those between are not asked', () => {
  const run = atLast()
  run.return('c', 'initiator', { after: 'straight' })
  run.complete('start', 'submit')
  expect(run.tasks()).toEqual(['c u3'])
  run.complete('c')
  expect(run.status).toBe('completed')
})

it('a return within what is straightened replays from there', () => {
  const run = atLast()
  run.return('c', 'initiator', { after: 'straight' })
  run.complete('start', 'submit')
  run.return('c', 'b')
  expect(run.tasks()).toEqual(['b u2'])
})
