import { expect, it } from 'vitest'
import { diagram, refused, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'receive-task.bpmn')

it('waits for its message with its key', () => {
  const run = start(definition, { variables: { caseNumber: 'HC-2026-0001' } })
  expect(run.events.find(({ type }) => type === 'SubscriptionOpened')).toMatchObject({
    kind: 'message',
    name: 'province-result',
    correlationKey: 'HC-2026-0001',
  })
  refused('MESSAGE_NOT_EXPECTED', () => run.deliver('province-result', 'HC-2026-0002'))
  refused('MESSAGE_NOT_EXPECTED', () => run.deliver('province-result'))
  run.deliver('province-result', 'HC-2026-0001', { passed: true })
  expect(run.waitingAt()).toEqual(['byHand'])
  expect(run.variables).toMatchObject({ passed: true })
})

it('waits without a message until it is triggered', () => {
  const run = start(definition, { variables: { caseNumber: '1' } })
  run.deliver('province-result', '1')
  refused('MESSAGE_NOT_EXPECTED', () => run.send({ type: 'trigger', elementId: 'result' }))
  run.send({ type: 'trigger', elementId: 'byHand' })
  expect(run.waitingAt()).toEqual(['paid'])
})

it('takes a message with any key where the diagram asks for none', () => {
  const run = start(definition, { variables: { caseNumber: '1' } })
  run.deliver('province-result', '1')
  run.send({ type: 'trigger', elementId: 'byHand' })
  run.deliver('payment', 'whatever')
  expect(run.waitingAt()).toEqual(['last'])
})
