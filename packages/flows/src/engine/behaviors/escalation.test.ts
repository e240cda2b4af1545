import { expect, it } from 'vitest'
import { diagram, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'escalation.bpmn')

it('is caught on the edge of its sub-process, beside it or instead of it', () => {
  const run = start(definition)
  run.complete('a')
  expect(run.waitingAt()).toEqual(['tell', 'b'])
  const events = run.complete('b')
  expect(events).toContainEqual({ type: 'EscalationThrown', elementId: 'giveUp', code: 'LATE', caught: true })
  expect(run.waitingAt()).toEqual(['tell', 'take'])
})
