import { expect, it } from 'vitest'
import { diagram, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'signal.bpmn')

it('reaches everything that waits for it, from inside and from outside', () => {
  const run = start(definition)
  expect(run.waitingAt()).toEqual(['wait', 'work', 'other', 'raise'])
  const events = run.complete('raise')
  expect(events.filter(({ type }) => type === 'SignalThrown')).toHaveLength(2)
  expect(run.waitingAt()).toEqual(['other', 'afterWait', 'afterAlarm', 'note', 'note'])
  run.send({ type: 'broadcastSignal', name: 'alarm' })
  expect(run.waitingAt()).toEqual(['other', 'afterWait', 'afterAlarm', 'note', 'note', 'note'])
})

it('may reach nobody', () => {
  const run = start(definition)
  expect(run.send({ type: 'broadcastSignal', name: 'quiet', variables: { heard: true } })).toHaveLength(1)
  expect(run.variables).toEqual({ heard: true })
})
