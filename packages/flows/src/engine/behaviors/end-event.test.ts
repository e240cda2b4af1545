import { expect, it } from 'vitest'
import { diagram, refused, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'end-event.bpmn')

it('ends its token; the process ends with the last one', () => {
  const run = start(definition)
  run.complete('a')
  expect(run.status).toBe('running')
  run.complete('b')
  expect(run.status).toBe('completed')
  expect(run.events.at(-1)).toEqual({ type: 'ProcessEnded', status: 'completed', at: run.now })
})

it('leaves nothing behind that could be acted on', () => {
  const run = start(definition)
  run.complete('a')
  run.complete('b')
  expect(run.state).toMatchObject({ activations: [], arrivals: [], timers: [], subscriptions: [], services: [] })
  refused('INSTANCE_ENDED', () => run.send({ type: 'terminate', by: 'admin' }))
})
