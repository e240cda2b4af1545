import { expect, it } from 'vitest'
import { diagram, refused, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'service-task.bpmn')

it('asks the host with its inputs, and writes its outputs', () => {
  const run = start(definition, { variables: { 姓名: 'XX' } })
  expect(run.events.find(({ type }) => type === 'ServiceRequested')).toMatchObject({
    service: 'register.put',
    elementId: 'issue',
    input: { register: 'talent-cards', holder: 'XX' },
  })
  run.serve('issue', { number: 'K-1' })
  expect(run.variables).toMatchObject({ cardNumber: 'K-1' })
  expect(run.waitingAt()).toEqual(['check'])
})

it('waits while the host tries again, and is an incident when it gives up, until somebody retries', () => {
  const run = start(definition)
  run.fail('issue', { message: 'no connection' }, false)
  expect(run.state.services).toMatchObject([{ element: 'issue' }])
  expect(run.state.services[0]?.incident).toBeUndefined()
  refused('SERVICE_NOT_FOUND', () => run.send({ type: 'retry', serviceId: run.service('issue') }))
  run.fail('issue', { message: 'no connection' })
  expect(run.state.services).toMatchObject([{ incident: 'no connection' }])
  const events = run.send({ type: 'retry', serviceId: run.service('issue') })
  expect(events).toMatchObject([{ type: 'ServiceRequested', elementId: 'issue' }])
  run.serve('issue')
  expect(run.waitingAt()).toEqual(['check'])
})

it('lets a boundary error event of its code take over', () => {
  const run = start(definition)
  run.fail('issue', { code: 'QUOTA_FULL', message: 'five already' })
  expect(run.waitingAt()).toEqual(['explain'])
  expect(run.state.services).toEqual([])
})

it('runs again after a return, unless it is carried out only once', () => {
  const run = start(definition)
  run.serve('issue')
  run.complete('check')
  run.serve('notify')
  run.return('file', 'initiator')
  run.complete('start', 'submit')
  expect(run.waitingAt()).toEqual(['issue'])
  run.serve('issue')
  run.complete('check')
  expect(run.waitingAt()).toEqual(['file'])
})

it('refuses a result that nobody waits for', () => {
  const run = start(definition)
  const serviceId = run.service('issue')
  run.serve('issue')
  refused('SERVICE_NOT_FOUND', () => run.send({ type: 'completeService', serviceId }))
})
