import { expect, it } from 'vitest'
import { diagram, refused, start } from '../../../test/start.ts'
import { returnTargets } from '../../index.ts'

const line = await diagram(import.meta.url, 'line.bpmn')
const branches = await diagram(import.meta.url, 'branches.bpmn')
const loop = await diagram(import.meta.url, 'loop.bpmn')

const undone = (events: ReturnType<ReturnType<typeof start>['send']>) =>
  events.flatMap((event) => (event.type === 'TaskUndone' ? [event.elementId] : []))

it('undoes what came of the target and opens it anew', () => {
  const run = start(line)
  run.complete('a', 'approve', { variables: { note: 'kept' } })
  run.complete('b')
  const events = run.return('c', 'a')
  expect(undone(events)).toEqual(['b', 'a'])
  expect(events).toContainEqual({
    type: 'TaskCompleted',
    taskId: expect.any(String),
    elementId: 'c',
    by: 'u3',
    decision: 'return',
  })
  expect(events).toContainEqual({ type: 'Returned', by: 'u3', from: 'c', to: 'a', after: 'replay' })
  expect(run.tasks()).toEqual(['a u1'])
  expect(events.at(-1)).toMatchObject({ type: 'TaskOpened', round: 2 })
  expect(run.variables).toEqual({ note: 'kept', decisions: {} })
})

it('goes straight back to the one who returned it (semantics 3)', () => {
  const run = start(line)
  run.complete('a')
  run.complete('b')
  const events = run.return('c', 'a', { after: 'straight' })
  expect(undone(events)).toEqual(['a'])
  run.complete('a')
  expect(run.tasks()).toEqual(['c u3'])
})

it('tells where a task may be returned to, and what that undoes', () => {
  const run = start(line)
  run.complete('a')
  run.complete('b')
  const targets = returnTargets(line, run.state, run.task('c'))
  expect(targets.map(({ elementId, undoes }) => [elementId, ...undoes.map((task) => task.elementId)])).toEqual([
    ['start', 'a', 'b'],
    ['a', 'a', 'b'],
    ['b', 'b'],
  ])
})

it('leaves a branch beside it alone (semantics 1, 2)', () => {
  const run = start(branches)
  run.complete('a')
  run.complete('b')
  run.return('d', 'b')
  expect(run.tasks()).toEqual(['c u3', 'b u2'])
})

it('restores the tokens that a join had consumed and that do not descend from the target', () => {
  const run = start(branches)
  for (const element of ['a', 'b', 'c', 'd']) run.complete(element)
  expect(run.tasks()).toEqual(['e u5', 'e u6'])
  run.complete('e', 'approve', { by: 'u6' })
  run.return('e', 'd', { by: 'u5' })
  expect(run.tasks()).toEqual(['d u4'])
  expect(run.state.arrivals.map(({ flow }) => flow)).toEqual(['c-join'])
  run.complete('d')
  expect(run.tasks()).toEqual(['e u5', 'e u6'])
})

it('undoes both branches when it goes back before the split', () => {
  const run = start(branches)
  run.complete('a')
  run.complete('c')
  run.return('b', 'a')
  expect(run.tasks()).toEqual(['a u1'])
  expect(run.state.arrivals).toEqual([])
  run.complete('a')
  expect(run.tasks()).toEqual(['b u2', 'c u3'])
})

it('goes straight back into branches and half decided rounds as they were', () => {
  const run = start(branches)
  for (const element of ['a', 'b', 'c', 'd']) run.complete(element)
  run.complete('e', 'approve', { by: 'u6' })
  run.return('e', 'b', { by: 'u5', after: 'straight' })
  expect(run.tasks()).toEqual(['b u2'])
  run.complete('b')
  expect(run.tasks()).toEqual(['e u5'])
  run.complete('e')
  expect(run.status).toBe('completed')
})

it('follows the flow when the way straight back has closed meanwhile', () => {
  const run = start(branches)
  for (const element of ['a', 'b', 'c', 'd']) run.complete(element)
  run.return('e', 'b', { by: 'u5', after: 'straight' })
  run.withdraw('c')
  run.complete('b')
  expect(run.tasks()).toEqual(['c u3', 'd u4'])
})

it('refuses what did not lead here, and itself', () => {
  const run = start(branches)
  run.complete('a')
  run.complete('c')
  expect(refused('RETURN_TARGET_INVALID', () => run.return('b', 'c'))).toEqual({ elementId: 'b', to: 'c' })
  refused('RETURN_TARGET_INVALID', () => run.return('b', 'b'))
  refused('NOT_A_CANDIDATE', () => run.send({ type: 'return', taskId: run.task('b'), by: 'u9', to: 'a' }))
})

it('refuses a return from the task of the initiator', () => {
  const run = start(line)
  run.return('a', 'initiator')
  refused('ACTION_NOT_ALLOWED', () => run.return('start', 'initiator'))
})

it('stays small however often a loop goes round', () => {
  const run = start(loop)
  const sizes: number[] = []
  for (let round = 0; round < 1000; round += 1) {
    run.complete('a')
    run.complete('b', 'reject')
    sizes.push(JSON.stringify(run.state).length)
  }
  expect(Math.max(...sizes)).toBeLessThan(1000)
  expect(run.events.filter(({ type }) => type === 'ElementSuperseded').length).toBeGreaterThan(1900)
  run.complete('a')
  run.complete('b')
  run.return('c', 'a')
  expect(run.tasks()).toEqual(['a u1'])
})
