import { expect, it } from 'vitest'
import { diagram, start } from '../../../test/start.ts'

it('hands messages to the host; a send task without one is a service', async () => {
  const run = start(await diagram(import.meta.url, 'message-throw-event.bpmn'), { variables: { caseNumber: 7 } })
  const thrown = () => run.events.flatMap((event) => (event.type === 'MessageThrown' ? [event] : []))
  expect(thrown()).toEqual([
    { type: 'MessageThrown', elementId: 'tell', name: 'news', correlationKey: '7' },
    { type: 'MessageThrown', elementId: 'send', name: 'news', correlationKey: null },
  ])
  expect(run.waitingAt()).toEqual(['post'])
  run.serve('post')
  expect(run.status).toBe('completed')
  expect(thrown()).toHaveLength(3)
})
