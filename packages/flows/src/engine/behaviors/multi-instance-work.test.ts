import { expect, it } from 'vitest'
import { diagram, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'multi-instance-work.bpmn')

it('repeats scripts, services and receive tasks, each with its own entry and result', () => {
  const run = start(definition, { variables: { numbers: [1, 2, 3] } })
  expect(run.variables).toMatchObject({ doubled: [2, 4, 6] })
  expect(run.variables.result).toBeUndefined()
  const requests = run.events.flatMap((event) => (event.type === 'ServiceRequested' ? [event.input.n] : []))
  expect(requests).toEqual([1, 2, 3])
  for (const receipt of ['a', 'b', 'c']) run.serve('post', { receipt })
  expect(run.variables).toMatchObject({ receipts: ['a', 'b', 'c'] })
  run.deliver('reply', '2', { answer: 'yes' })
  expect(run.waitingAt()).toEqual(['answer', 'answer'])
  run.deliver('reply', '3', { answer: 'no' })
  expect(run.variables).toMatchObject({ answers: ['yes', 'no'] })
  expect(run.waitingAt()).toEqual(['next'])
})

it('ends as a whole by the error of one', () => {
  const run = start(definition, { variables: { numbers: [1, 2] } })
  run.serve('post', { receipt: 'a' })
  run.fail('post', { message: 'refused' })
  expect(run.waitingAt()).toEqual(['repair'])
})

it('carries a service out that runs once a case, once for each entry', () => {
  const run = start(definition, { variables: { numbers: [1, 2] } })
  run.serve('post', { receipt: 'a' })
  expect(run.state.services).toHaveLength(1)
  run.serve('post', { receipt: 'b' })
  expect(run.state.once).toEqual(['post#each 1', 'post#each 2'])
})
