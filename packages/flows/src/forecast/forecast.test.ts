import { expect, it } from 'vitest'
import { diagram, start } from '../../test/start.ts'
import { forecast } from '../index.ts'

const definition = await diagram(import.meta.url, 'forecast.bpmn')

it('tells where the case stands and who comes next, with which rule and why', () => {
  const run = start(definition, { variables: { days: 2 } })
  const before = JSON.stringify(run.state)
  const steps = forecast(definition, run.state, run.context)
  expect(steps).toMatchObject([
    { elementId: 'apply', state: 'open', people: ['applicant'], rules: [{ from: 'initiator' }] },
    { elementId: 'team', state: 'expected', people: ['leader'], alternatives: ['board'] },
    { elementId: 'record', kind: 'service', people: [] },
    { elementId: 'file', people: ['u1', 'u2'], round: { type: 'all' } },
  ])
  expect(JSON.stringify(run.state)).toBe(before)
})

it('follows other data, and decisions that are assumed', () => {
  const run = start(definition, { variables: { days: 20 } })
  const steps = forecast(definition, run.state, run.context, { decisions: { board: 'reject' } })
  expect(steps.map(({ elementId }) => elementId)).toEqual(['apply', 'board'])
})

it('says where it cannot go on', () => {
  const people = () => ['u1']
  const run = start(definition, { variables: { days: 2 }, people })
  const steps = forecast(definition, run.state, { ...run.context, people: () => [] })
  expect(steps.at(-1)).toMatchObject({ elementId: 'team', problem: 'NOBODY_FOUND' })
})

it('counts who is not asked again, and why', () => {
  const run = start(definition, { variables: { days: 2 }, by: 'u1' })
  expect(forecast(definition, run.state, run.context).at(-1)).toMatchObject({
    elementId: 'file',
    skipped: [{ person: 'u1', why: 'self' }],
  })
})
