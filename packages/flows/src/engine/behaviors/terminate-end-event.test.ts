import { expect, it } from 'vitest'
import { diagram, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'terminate-end-event.bpmn')

it('ends everything beside it in its sub-process, which is then left', () => {
  const run = start(definition)
  const events = run.complete('c')
  expect(events).toContainEqual({
    type: 'TaskCancelled',
    taskId: expect.any(String),
    elementId: 'd',
    reason: 'interrupted',
  })
  expect(run.waitingAt()).toEqual(['a', 'b'])
})

it('ends the whole process at the top', () => {
  const run = start(definition)
  const events = run.complete('a')
  expect(run.status).toBe('completed')
  expect(events.flatMap((event) => (event.type === 'TaskCancelled' ? event.elementId : []))).toEqual(['c', 'd'])
})
