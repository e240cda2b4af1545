import { expect, it } from 'vitest'
import { canWithdraw } from '../../src/index.ts'
import { draw, node, service, user } from '../draw.ts'
import { refused, start } from '../start.ts'

const definition = await draw('start -> a -> b -> c -> note -> work -> d -> end', {
  a: user('u1'),
  b: user('u1', { policies: 'repeat="skipAdjacent"' }),
  c: user('u3'),
  note: node('task'),
  work: service(),
  d: user('u4'),
})

it('an approver takes their decision back: what a policy approved by itself does not stand in the way', () => {
  const run = start(definition)
  run.complete('a')
  expect(run.tasks()).toEqual(['c u3'])
  run.withdraw('a')
  expect(run.tasks()).toEqual(['a u1'])
})

it('a copy and a reminder do not stand in the way', () => {
  const run = start(definition)
  run.complete('a')
  run.send({ type: 'cc', by: 'u1', people: ['u8'] })
  run.send({ type: 'urge', by: 'applicant' })
  run.withdraw('a')
  expect(run.tasks()).toEqual(['a u1'])
})

it('it is too late once a person has decided what followed', () => {
  const run = start(definition)
  run.complete('a')
  run.complete('c')
  refused('WITHDRAW_TOO_LATE', () => run.withdraw('a', 'u1'))
  expect(canWithdraw(definition, run.state, 'u1')).toEqual({ taskIds: [], initiator: false })
})

it('it is too late once another system has done what followed', () => {
  const run = start(definition)
  run.complete('a')
  run.complete('c')
  run.serve('work')
  refused('WITHDRAW_TOO_LATE', () => run.withdraw('c'))
})

it('the initiator takes the case back until somebody acts, and never another', () => {
  const run = start(definition)
  refused('NOT_A_CANDIDATE', () => run.send({ type: 'withdraw', by: 'u1' }))
  run.send({ type: 'withdraw', by: 'applicant' })
  expect(run.tasks()).toEqual(['start applicant'])
  run.complete('start', 'submit')
  run.complete('a')
  refused('WITHDRAW_TOO_LATE', () => run.send({ type: 'withdraw', by: 'applicant' }))
})
