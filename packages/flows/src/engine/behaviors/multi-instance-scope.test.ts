import { expect, it } from 'vitest'
import { diagram, refused, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'multi-instance-scope.bpmn')
const nested = await diagram(import.meta.url, 'multi-instance-nested.bpmn')

function checking() {
  const run = start(definition, { variables: { enterprises: [{ by: 'u1' }, { by: 'u4' }] } })
  run.complete('apply')
  return run
}

it('runs a sub-process for each entry; gateways inside ask for the decision of their own instance', () => {
  const run = checking()
  expect(run.tasks()).toEqual(['check u1', 'check u4'])
  run.complete('check', 'approve', { by: 'u1' })
  expect(run.tasks()).toEqual(['check u4', 'visit u2'])
  run.complete('visit')
  run.complete('second')
  run.complete('check', 'approve', { by: 'u4' })
  run.complete('visit')
  run.complete('second')
  expect(run.variables.results).toEqual(['approve', 'approve'])
  expect(run.waitingAt()).toEqual(['next'])
})

it('ends one instance alone by a terminate event inside', () => {
  const run = start(definition, { variables: { enterprises: [{ by: 'u1' }, { by: 'u4' }] } })
  run.complete('apply')
  const rejected = run.state
  expect(rejected.status).toBe('running')
  run.complete('check', 'approve', { by: 'u1' })
  expect(run.tasks()).toEqual(['check u4', 'visit u2'])
})

it('returns inside an instance and leaves the others alone', () => {
  const run = checking()
  run.complete('check', 'approve', { by: 'u1' })
  run.complete('visit')
  run.return('second', 'check')
  expect(run.tasks()).toEqual(['check u4', 'check u1'])
  expect(refused('RETURN_TARGET_INVALID', () => run.return('check', 'visit', { by: 'u1' }))).toMatchObject({
    to: 'visit',
  })
})

it('is not returned into from outside, and says why', () => {
  const run = checking()
  for (const by of ['u1', 'u4']) run.complete('check', 'approve', { by })
  for (const element of ['visit', 'visit', 'second', 'second']) run.complete(element)
  expect(run.waitingAt()).toEqual(['next'])
  expect(refused('RETURN_TARGET_INVALID', () => run.return('next', 'check'))).toMatchObject({
    reason: 'inside one instance of a multi-instance activity',
  })
  const jump = () => run.send({ type: 'jump', by: 'administrator', from: 'next', to: 'check' })
  expect(refused('RETURN_TARGET_INVALID', jump)).toMatchObject({ reason: 'inside what is not open around it' })
  run.return('next', 'apply')
  expect(run.tasks()).toEqual(['apply applicant'])
})

it('keeps what is on its edge waiting for the whole, once', () => {
  const run = checking()
  expect(run.state.timers.map(({ element }) => element)).toEqual(['late', 'reminder'])
  run.fire('reminder')
  expect(run.waitingAt()).toEqual(['check', 'check', 'reminded'])
  run.fire('late')
  expect(run.waitingAt()).toEqual(['reminded', 'escalated'])
})

it('nests: what is inside sees the entries of both', () => {
  const run = start(nested, {
    variables: { units: [{ people: ['u1', 'u2'] }, { people: [] }, { people: ['u3'] }], answer: 'yes' },
  })
  expect(run.tasks()).toEqual(['ask u1', 'ask u2'])
  run.complete('ask', 'approve', { by: 'u2' })
  run.complete('ask', 'approve', { by: 'u1' })
  expect(run.tasks()).toEqual(['ask u3'])
  run.complete('ask')
  expect(run.variables.all).toEqual([['u1:yes', 'u2:yes'], [], ['u3:yes']])
  expect(run.waitingAt()).toEqual(['next'])
})
