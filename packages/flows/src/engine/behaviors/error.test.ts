import { expect, it } from 'vitest'
import { diagram, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'error.bpmn')

it('ends its sub-process, and goes on at the boundary event of its code', () => {
  const run = start(definition)
  const events = run.complete('a')
  expect(events).toContainEqual({ type: 'ErrorThrown', elementId: 'fail', code: 'REFUSED', caught: true })
  expect(run.waitingAt()).toEqual(['repair'])
})

it('fails the process where nobody catches it', () => {
  const run = start(definition)
  run.complete('a')
  run.complete('repair')
  expect(run.status).toBe('failed')
  expect(run.events.at(-1)).toMatchObject({ type: 'ProcessEnded', reason: 'LOST' })
})
