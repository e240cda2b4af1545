import { expect, it } from 'vitest'
import { draw, parallel, user } from '../draw.ts'
import { start } from '../start.ts'

const definition = await draw(
  `start -> split -> a -> join -> c -> end
   split -> b -> join`,
  { split: parallel, a: user('u1'), b: user('u2'), join: parallel, c: user('u3') },
)

it('writes only what the step brings', () => {
  const run = start(definition, { variables: { one: 1, two: 2, deep: { x: 1 } } })
  const events = run.complete('a', 'approve', { variables: { two: 22 } })
  expect(events).toContainEqual({ type: 'VariablesSet', variables: { two: 22 } })
  expect(run.variables).toEqual({ one: 1, two: 22, deep: { x: 1 }, decisions: { a: 'approve' } })
})

it('branches do not lose each other’s updates', () => {
  const run = start(definition, { variables: { sum: 0 } })
  run.complete('a', 'approve', { variables: { left: 'a' } })
  run.complete('b', 'approve', { variables: { right: 'b' } })
  expect(run.variables).toMatchObject({ sum: 0, left: 'a', right: 'b', decisions: { a: 'approve', b: 'approve' } })
})

it('a step that brings nothing writes nothing', () => {
  const run = start(definition, { variables: { one: 1 } })
  const events = [...run.complete('a'), ...run.complete('b', 'approve', { variables: {} })]
  expect(events.some(({ type }) => type === 'VariablesSet')).toBe(false)
  expect(run.variables).toMatchObject({ one: 1 })
})

it('a return keeps the values: it corrects, and erases nothing', () => {
  const run = start(definition)
  run.complete('a', 'approve', { variables: { left: 'a' } })
  run.complete('b')
  run.return('c', 'a')
  expect(run.variables).toMatchObject({ left: 'a' })
})
