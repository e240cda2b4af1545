import { expect, it } from 'vitest'
import { diagram, refused, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'start-event.bpmn')

it('begins at the plain start event, whose fields the initiator fills in', () => {
  expect(start(definition).waitingAt()).toEqual(['first'])
  expect(definition.startFields).toEqual({ '*': 'read', 姓名: 'edit' })
})

it('begins at the start event of a message, or at the one that is named', () => {
  expect(start(definition, { message: 'order' }).waitingAt()).toEqual(['second'])
  expect(start(definition, { at: 'orderStart' }).waitingAt()).toEqual(['second'])
})

it('refuses a message that no start event waits for, and a start event that is none', () => {
  expect(refused('MESSAGE_NOT_EXPECTED', () => start(definition, { message: 'x' }))).toEqual({ name: 'x' })
  refused('REFERENCE_MISSING', () => start(definition, { at: 'first' }))
})

it('opens a task for the initiator when the case comes back, who submits it again', () => {
  const run = start(definition, { by: 'XX' })
  run.return('first', 'initiator')
  expect(run.tasks()).toEqual(['start XX'])
  expect(run.events.findLast(({ type }) => type === 'TaskOpened')).toMatchObject({ resubmit: true, round: 1 })
  run.complete('start', 'submit', { variables: { 姓名: 'XX' } })
  expect(run.waitingAt()).toEqual(['first'])
  expect(run.variables).toMatchObject({ 姓名: 'XX' })
})

it('ends as withdrawn when the initiator gives the case up', () => {
  const run = start(definition)
  run.return('first', 'start')
  run.complete('start', 'withdraw')
  expect(run.status).toBe('withdrawn')
})
