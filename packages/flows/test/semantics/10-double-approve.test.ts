import { expect, it } from 'vitest'
import { advance } from '../../src/index.ts'
import { draw, user } from '../draw.ts'
import { refused, start } from '../start.ts'

const definition = await draw('start -> a -> b -> end', {
  a: user(['u1', 'u2', 'u3'], { round: 'all' }),
  b: user('u4'),
})

it('the second completion of a task is refused, while the round is open', () => {
  const run = start(definition)
  const taskId = run.task('a', 'u1')
  const approve = { type: 'complete', taskId, by: 'u1', decision: 'approve' } as const
  run.send(approve)
  const before = run.state
  expect(refused('TASK_NOT_FOUND', () => run.send(approve))).toEqual({ taskId })
  expect(refused('TASK_NOT_FOUND', () => run.send({ ...approve, decision: 'reject' }))).toEqual({ taskId })
  expect(run.state).toBe(before)
  expect(run.tasks()).toEqual(['a u2', 'a u3'])
})

it('and after it is closed', () => {
  const run = start(definition)
  const taskId = run.task('a', 'u3')
  for (const by of ['u1', 'u2', 'u3']) run.complete('a', 'approve', { by })
  refused('TASK_NOT_FOUND', () => run.send({ type: 'complete', taskId, by: 'u3', decision: 'approve' }))
  expect(run.tasks()).toEqual(['b u4'])
})

it('two computed from the same state are two states of the same next version, of which the host keeps one', () => {
  const run = start(definition)
  const before = JSON.stringify(run.state)
  const approve = { type: 'complete', taskId: run.task('a', 'u1'), by: 'u1', decision: 'approve' } as const
  const one = advance(definition, run.state, approve, run.context)
  const other = advance(definition, run.state, approve, run.context)
  expect(JSON.stringify(run.state)).toBe(before)
  expect(other.instance).toEqual(one.instance)
})
