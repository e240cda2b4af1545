import { expect, it } from 'vitest'
import { diagram, refused, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'event-sub-process.bpmn')

it('begins beside what goes on, as often as it happens', () => {
  const run = start(definition)
  run.deliver('note')
  run.deliver('note')
  expect(run.waitingAt()).toEqual(['work', 'read', 'read'])
  run.complete('read')
  run.fire('lateStart')
  run.fire('lateStart')
  expect(run.waitingAt()).toEqual(['work', 'read', 'nag', 'nag'])
  expect(run.state.timers).toEqual([])
})

it('ends everything else in its scope when it interrupts, and then the scope', () => {
  const run = start(definition)
  run.deliver('note')
  run.send({ type: 'broadcastSignal', name: 'cancel' })
  expect(run.waitingAt()).toEqual(['tidy'])
  expect(run.state).toMatchObject({ timers: [], subscriptions: [] })
  refused('MESSAGE_NOT_EXPECTED', () => run.deliver('note'))
  run.complete('tidy')
  expect(run.status).toBe('completed')
})

it('catches an error inside its sub-process, which then goes on', () => {
  const run = start(definition)
  run.complete('work')
  run.complete('a', 'reject')
  expect(run.waitingAt()).toEqual(['repair'])
  run.complete('repair')
  expect(run.waitingAt()).toEqual(['last'])
})

it('is undone by a return to the initiator, and waits again', () => {
  const run = start(definition)
  run.send({ type: 'broadcastSignal', name: 'cancel' })
  run.return('tidy', 'initiator')
  expect(run.waitingAt()).toEqual(['start'])
  expect(run.state.subscriptions.map(({ name }) => name)).toEqual(['note', 'cancel'])
  run.complete('start', 'submit')
  expect(run.waitingAt()).toEqual(['work'])
})

it('leaves nothing waiting when the process ends', () => {
  const run = start(definition)
  run.complete('work')
  run.complete('a')
  run.complete('last')
  expect(run.status).toBe('completed')
  expect(run.events.filter(({ type }) => type === 'TimerCancelled')).toHaveLength(1)
})

it('takes the tokens with it that wait before a join when it interrupts', async () => {
  const run = start(await diagram(import.meta.url, 'event-sub-process-join.bpmn'))
  run.complete('a')
  run.send({ type: 'broadcastSignal', name: 'cancel' })
  run.complete('tidy')
  expect(run.status).toBe('completed')
})
