import { expect, it } from 'vitest'
import { diagram, refused, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'jump.bpmn')
const jump = (run: ReturnType<typeof start>, from: string, to: string) =>
  run.send({ type: 'jump', by: 'admin', from, to })

it('goes back as a return does', () => {
  const run = start(definition)
  run.complete('b')
  const events = jump(run, 'c', 'b')
  expect(events).toContainEqual({ type: 'TaskUndone', taskId: expect.any(String), elementId: 'b', reason: 'jumped' })
  expect(run.tasks()).toEqual(['a u1', 'b u2'])
})

it('goes on, within the scope or out of it, and leaves alone what is beside it', () => {
  const run = start(definition)
  jump(run, 'b', 'c')
  expect(run.tasks()).toEqual(['a u1', 'c u3'])
  jump(run, 'c', 'd')
  expect(run.tasks()).toEqual(['a u1', 'd u4'])
  jump(run, 'd', 'f')
  expect(run.tasks()).toEqual(['a u1', 'f u5'])
})

it('refuses a place where nothing waits, and one inside a sub-process that is not open', () => {
  const run = start(definition)
  refused('RETURN_TARGET_INVALID', () => jump(run, 'd', 'f'))
  refused('RETURN_TARGET_INVALID', () => jump(run, 'a', 'c'))
  refused('RETURN_TARGET_INVALID', () => jump(run, 'a', 'nowhere'))
})
