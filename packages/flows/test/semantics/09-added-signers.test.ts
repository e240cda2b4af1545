import { expect, it } from 'vitest'
import { draw, user } from '../draw.ts'
import { refused, start, type TestRun } from '../start.ts'

const definition = await draw('start -> a -> b -> end', {
  a: user('u1', { policies: 'onReject="continue"' }),
  b: user('u2'),
})

function add(run: TestRun, by: string, people: string[], how: 'before' | 'after' | 'beside') {
  return run.send({ type: 'addSigners', taskId: run.task('a', by), by, people, how })
}

function remove(run: TestRun, by: string, people: string[]) {
  return run.send({ type: 'removeSigners', taskId: run.task('a', by), by, people })
}

it('before: who added them waits', () => {
  const run = start(definition)
  add(run, 'u1', ['u7', 'u8'], 'before')
  refused('TASK_WAITS', () => run.complete('a', 'approve', { by: 'u1' }))
  run.complete('a', 'approve', { by: 'u7' })
  refused('TASK_WAITS', () => run.complete('a', 'approve', { by: 'u1' }))
  run.complete('a', 'approve', { by: 'u8' })
  run.complete('a', 'approve', { by: 'u1' })
  expect(run.tasks()).toEqual(['b u2'])
})

it('after: they are asked once who added them has approved', () => {
  const run = start(definition)
  add(run, 'u1', ['u7'], 'after')
  expect(run.tasks()).toEqual(['a u1'])
  run.complete('a', 'approve', { by: 'u1' })
  expect(run.tasks()).toEqual(['a u7'])
  run.complete('a', 'approve', { by: 'u7' })
  expect(run.tasks()).toEqual(['b u2'])
})

it('nested: each waits for those added before it', () => {
  const run = start(definition)
  add(run, 'u1', ['u7'], 'before')
  add(run, 'u7', ['u8'], 'before')
  refused('TASK_WAITS', () => run.complete('a', 'approve', { by: 'u7' }))
  run.complete('a', 'approve', { by: 'u8' })
  refused('TASK_WAITS', () => run.complete('a', 'approve', { by: 'u1' }))
  run.complete('a', 'approve', { by: 'u7' })
  run.complete('a', 'approve', { by: 'u1' })
  expect(run.tasks()).toEqual(['b u2'])
})

it.each(['before', 'after', 'beside'] as const)(
  'taking all of those away again does not decide for who added them: %s',
  (how) => {
    const run = start(definition)
    add(run, 'u1', ['u7', 'u8'], how)
    remove(run, 'u1', ['u7', 'u8'])
    expect(run.tasks()).toEqual(['a u1'])
    run.complete('a', 'approve', { by: 'u1' })
    expect(run.tasks()).toEqual(['b u2'])
  },
)

it.each(['before', 'after'] as const)('a reject of somebody added rejects the seat: %s', (how) => {
  const run = start(definition)
  add(run, 'u1', ['u7'], how)
  if (how === 'after') run.complete('a', 'approve', { by: 'u1' })
  run.complete('a', 'reject', { by: 'u7' })
  expect(run.variables.decisions).toMatchObject({ a: 'reject' })
  expect(run.tasks()).toEqual(['b u2'])
})
