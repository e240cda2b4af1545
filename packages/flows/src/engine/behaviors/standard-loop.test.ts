import { expect, it } from 'vitest'
import { diagram, refused, start } from '../../../test/start.ts'
import { activationsOf } from '../../index.ts'

const definition = await diagram(import.meta.url, 'standard-loop.bpmn')
const at = (kind: string, variables = {}) => start(definition, { variables: { kind, ...variables } })

it('is run again as long as the condition holds', () => {
  const run = at('after')
  run.complete('after', 'reject')
  run.complete('after', 'reject')
  expect(run.tasks()).toEqual(['after u1'])
  run.complete('after', 'approve')
  expect(run.waitingAt()).toEqual(['next'])
})

it.each([0, 2])('is run %i times when it is tested before', (times) => {
  const run = at('before', { times })
  for (let count = 0; count < times; count += 1) run.complete('before')
  expect(run.waitingAt()).toEqual(['next'])
})

it('is run no more often than its maximum, and stays small', () => {
  const run = at('most')
  for (let count = 0; count < 3; count += 1) {
    expect(run.waitingAt()).toEqual(['draft'])
    run.complete('draft')
    run.complete('read')
  }
  expect(run.waitingAt()).toEqual(['next'])
  expect(activationsOf(run.state).map(({ element }) => element)).toEqual([
    'start',
    'most',
    'most#each',
    'draft',
    'read',
    'next',
  ])
})

it('returns inside the last time, and out of it', () => {
  const run = at('most')
  run.complete('draft')
  run.complete('read')
  run.complete('draft')
  run.return('read', 'draft')
  expect(run.waitingAt()).toEqual(['draft'])
  run.return('draft', 'start')
  expect(run.tasks()).toEqual(['start applicant'])
})

it('is refused when it never waits and never ends', () => {
  refused('ENDLESS_LOOP', () => at('endless'))
})
