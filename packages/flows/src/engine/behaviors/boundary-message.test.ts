import { expect, it } from 'vitest'
import { diagram, refused, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'boundary-message.bpmn')

it('interrupts its activity; of two that come at once the first wins (semantics 15)', () => {
  const run = start(definition)
  run.deliver('cancel')
  expect(run.waitingAt()).toEqual(['tidy'])
  refused('MESSAGE_NOT_EXPECTED', () => run.deliver('cancel'))
  refused('MESSAGE_NOT_EXPECTED', () => run.deliver('note'))
})

it('happens each time when it does not interrupt', () => {
  const run = start(definition)
  run.deliver('note')
  run.deliver('note')
  expect(run.waitingAt()).toEqual(['decide', 'read', 'read'])
})

it('goes with its activity', () => {
  const run = start(definition)
  run.complete('decide')
  expect(run.status).toBe('completed')
})
