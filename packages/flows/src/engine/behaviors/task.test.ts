import { expect, it } from 'vitest'
import { diagram, start } from '../../../test/start.ts'

it('passes a task without a kind and a manual task at once', async () => {
  const run = start(await diagram(import.meta.url, 'task.bpmn'))
  expect(run.waitingAt()).toEqual(['last'])
  expect(run.events.flatMap((event) => (event.type === 'ElementLeft' ? event.elementId : []))).toEqual([
    'start',
    'plain',
    'byHand',
  ])
})
