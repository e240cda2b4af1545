import { expect, it } from 'vitest'
import { diagram, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'embedded-sub-process.bpmn')

function inReview() {
  const run = start(definition)
  run.complete('apply')
  return run
}

it('is left when no token is left inside', () => {
  const run = inReview()
  expect(run.waitingAt()).toEqual(['a', 'b'])
  run.complete('a')
  expect(run.waitingAt()).toEqual(['b'])
  run.complete('b')
  expect(run.waitingAt()).toEqual(['next'])
})

it('takes everything inside with it when it is interrupted', () => {
  const run = inReview()
  run.fire('late')
  expect(run.waitingAt()).toEqual(['escalated'])
})

it('opens again for a return to one of its steps; the others stay done', () => {
  const run = inReview()
  run.complete('a')
  run.complete('b')
  run.return('next', 'a')
  expect(run.waitingAt()).toEqual(['a'])
  expect(run.state.timers).toMatchObject([{ element: 'late' }])
  run.complete('a')
  expect(run.waitingAt()).toEqual(['next'])
})

it('is undone whole by a return to what came before it', () => {
  const run = inReview()
  run.complete('a')
  run.return('b', 'apply')
  expect(run.waitingAt()).toEqual(['apply'])
  run.complete('apply')
  expect(run.waitingAt()).toEqual(['a', 'b'])
})

it('cannot be returned into after it was broken off', () => {
  const run = inReview()
  run.complete('a')
  run.fire('late')
  expect(() => run.return('escalated', 'a')).toThrow('cannot be returned to')
  run.return('escalated', 'apply')
  expect(run.waitingAt()).toEqual(['apply'])
})
