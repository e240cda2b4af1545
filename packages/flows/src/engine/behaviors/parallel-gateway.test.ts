import { expect, it } from 'vitest'
import { diagram, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'parallel-gateway.bpmn')
const twice = await diagram(import.meta.url, 'parallel-gateway-twice.bpmn')

it('sends a token along every flow, and waits for one of every flow', () => {
  const run = start(definition)
  expect(run.waitingAt()).toEqual(['a', 'b'])
  run.complete('b')
  expect(run.waitingAt()).toEqual(['a'])
  run.complete('a')
  expect(run.waitingAt()).toEqual(['after'])
})

it('consumes one token a flow and keeps the rest (semantics 13)', () => {
  const run = start(twice)
  run.complete('a')
  run.complete('b')
  run.complete('c')
  expect(run.waitingAt()).toEqual(['after'])
  expect(run.state.arrivals.map(({ flow }) => flow)).toEqual(['meet-join'])
})

it('says so when tokens are left that nothing can free any more', () => {
  const run = start(twice)
  for (const element of ['a', 'b', 'c']) run.complete(element)
  const events = run.complete('after')
  expect(events.at(-1)).toEqual({ type: 'TokensStuck', elementIds: ['join'] })
  expect(run.status).toBe('running')
})
