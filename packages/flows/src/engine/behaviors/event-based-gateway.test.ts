import { expect, it } from 'vitest'
import { diagram, refused, start } from '../../../test/start.ts'
import { waitsOf } from '../../index.ts'

const definition = await diagram(import.meta.url, 'event-based-gateway.bpmn')

it('waits for all the events behind it', () => {
  const run = start(definition)
  expect(waitsOf(definition, run.state).map(({ elementId, kind }) => `${kind} ${elementId}`)).toEqual([
    'message answer',
    'signal alarmed',
    'timer late',
    'receive receipt',
  ])
})

it('takes the first that happens, and gives the others up', () => {
  const run = start(definition)
  run.deliver('answer')
  expect(run.waitingAt()).toEqual(['read'])
  expect(run.state).toMatchObject({ timers: [], subscriptions: [] })
  refused('MESSAGE_NOT_EXPECTED', () => run.deliver('receipt'))
})

it('takes a signal, a timer or a receive task as well', () => {
  const signalled = start(definition)
  signalled.send({ type: 'broadcastSignal', name: 'alarm' })
  expect(signalled.waitingAt()).toEqual(['hide'])
  const late = start(definition)
  late.fire('late')
  expect(late.waitingAt()).toEqual(['remind'])
  const received = start(definition)
  received.deliver('receipt')
  expect(received.waitingAt()).toEqual(['file'])
})
