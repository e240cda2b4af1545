import { expect, it } from 'vitest'
import { diagram, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'conditional.bpmn')
const set = (run: ReturnType<typeof start>, variables: Record<string, unknown>) =>
  run.send({ type: 'setVariables', variables })

it('is passed at once when it holds already', () => {
  expect(start(definition, { variables: { total: 11 } }).waitingAt()).toEqual(['work', 'after', 'note'])
})

it('happens when a variable changes so that it holds', () => {
  const run = start(definition)
  set(run, { total: 4 })
  expect(run.waitingAt()).toEqual(['until', 'work'])
  set(run, { total: 11 })
  expect(run.waitingAt()).toEqual(['work', 'after', 'note'])
})

it('happens again only after it did not hold, where it does not interrupt', () => {
  const run = start(definition, { variables: { total: 6 } })
  expect(run.waitingAt()).toEqual(['until', 'work', 'note'])
  set(run, { total: 7 })
  expect(run.waitingAt()).toEqual(['until', 'work', 'note'])
  set(run, { total: 1 })
  set(run, { total: 8 })
  expect(run.waitingAt()).toEqual(['until', 'work', 'note', 'note'])
})

it('interrupts its activity', () => {
  const run = start(definition)
  set(run, { stop: true })
  expect(run.waitingAt()).toEqual(['until'])
  expect(run.state.subscriptions).toHaveLength(1)
})
