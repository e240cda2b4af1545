import { expect, it } from 'vitest'
import { draw, user } from '../../../test/draw.ts'
import { diagram, refused, start } from '../../../test/start.ts'
import { openTasks } from '../../index.ts'

const definition = await diagram(import.meta.url, 'signers.bpmn')

/** u1 adds somebody to their seat at `a`. */
function adding(how: 'before' | 'after' | 'beside', ...people: string[]) {
  const run = start(definition)
  run.send({ type: 'addSigners', taskId: run.task('a', 'u1'), by: 'u1', people, how })
  return run
}

it('asks those added before first: the own task waits for them (semantics 9)', () => {
  const run = adding('before', 'u5')
  expect(run.tasks()).toEqual(['a u1', 'a u2', 'a u5'])
  expect(openTasks(run.state)[0]).toMatchObject({ candidates: ['u1'], waits: true })
  refused('TASK_WAITS', () => run.complete('a', 'approve', { by: 'u1' }))
  run.complete('a', 'approve', { by: 'u5' })
  run.complete('a', 'approve', { by: 'u2' })
  run.complete('a', 'approve', { by: 'u1' })
  expect(run.waitingAt()).toEqual(['pool'])
})

it('asks those added after once the own decision is an approval', () => {
  const run = adding('after', 'u5')
  run.complete('a', 'approve', { by: 'u2' })
  run.complete('a', 'approve', { by: 'u1' })
  expect(run.tasks()).toEqual(['a u5'])
  run.complete('a', 'approve', { by: 'u5' })
  expect(run.waitingAt()).toEqual(['pool'])
})

it.each(['before', 'after'] as const)('takes the reject of somebody added %s for one of the seat', (how) => {
  const run = adding(how, 'u5')
  if (how === 'after') run.complete('a', 'approve', { by: 'u1' })
  run.complete('a', 'reject', { by: 'u5' })
  expect(run.variables.decisions).toEqual({ a: 'reject' })
})

it('gives those added beside a seat of their own', () => {
  const run = adding('beside', 'u5', 'u6')
  expect(run.tasks()).toEqual(['a u1', 'a u2', 'a u5', 'a u6'])
  for (const by of ['u1', 'u2', 'u5']) run.complete('a', 'approve', { by })
  expect(run.waitingAt()).toEqual(['a'])
  run.complete('a', 'approve', { by: 'u6' })
  expect(run.waitingAt()).toEqual(['pool'])
})

it('nests', () => {
  const run = adding('before', 'u5')
  run.send({ type: 'addSigners', taskId: run.task('a', 'u5'), by: 'u5', people: ['u6'], how: 'before' })
  refused('TASK_WAITS', () => run.complete('a', 'approve', { by: 'u5' }))
  run.complete('a', 'approve', { by: 'u6' })
  run.complete('a', 'approve', { by: 'u5' })
  run.complete('a', 'approve', { by: 'u1' })
  expect(run.tasks()).toEqual(['a u2'])
})

it('takes away whom one has added; the own decision is still to be taken', () => {
  const run = adding('before', 'u5', 'u6')
  const taskId = run.task('a', 'u1')
  run.complete('a', 'approve', { by: 'u6' })
  refused('NOBODY_FOUND', () => run.send({ type: 'removeSigners', taskId, by: 'u1', people: ['u6'] }))
  const events = run.send({ type: 'removeSigners', taskId, by: 'u1', people: ['u5'] })
  expect(events).toMatchObject([
    { type: 'TaskCancelled', reason: 'removed' },
    { type: 'SignersRemoved', seats: [2] },
  ])
  expect(run.tasks()).toEqual(['a u1', 'a u2'])
  expect(openTasks(run.state)[0]).toMatchObject({ waits: false })
})

it('takes one decision back with those whom it had asked after it', () => {
  const run = adding('after', 'u5')
  run.complete('a', 'approve', { by: 'u1' })
  run.withdraw('a', 'u1')
  expect(run.tasks()).toEqual(['a u1', 'a u2'])
})

it('takes no decision back from those added before, once the one who waited for it has decided', () => {
  const run = adding('before', 'u5')
  const taskId = run.task('a', 'u5')
  run.complete('a', 'approve', { by: 'u5' })
  run.complete('a', 'approve', { by: 'u1' })
  refused('WITHDRAW_TOO_LATE', () => run.send({ type: 'withdraw', by: 'u5', taskId }))
})

it('refuses people who are disabled, nobody, and another way', () => {
  const run = start(definition)
  const task = { taskId: run.task('a', 'u1'), by: 'u1' }
  refused('NOBODY_FOUND', () => run.send({ type: 'addSigners', ...task, people: ['disabled'], how: 'before' }))
  refused('COMMAND_INVALID', () => run.send({ type: 'addSigners', ...task, people: [], how: 'before' }))
  refused('COMMAND_INVALID', () => run.send({ type: 'addSigners', ...task, people: ['u5'], how: 'over' as 'after' }))
})

it('delegates: somebody prepares the decision, and it comes back', () => {
  const run = start(definition)
  const taskId = run.task('a', 'u1')
  refused('NOBODY_FOUND', () => run.send({ type: 'delegate', taskId, by: 'u1', to: 'disabled' }))
  run.send({ type: 'delegate', taskId, by: 'u1', to: 'u7' })
  refused('NOT_A_CANDIDATE', () => run.send({ type: 'complete', taskId, by: 'u1', decision: 'approve' }))
  refused('ACTION_NOT_ALLOWED', () => run.send({ type: 'delegate', taskId, by: 'u7', to: 'u8' }))
  expect(run.complete('a', 'approve', { by: 'u7' })).toMatchObject([{ type: 'TaskResolved', to: 'u1' }])
  expect(run.tasks()).toEqual(['a u1', 'a u2'])
  run.send({ type: 'delegate', taskId, by: 'u1', to: 'u7' })
  run.send({ type: 'resolve', taskId, by: 'u7', variables: { checked: true } })
  expect(run.variables).toEqual({ checked: true })
  refused('ACTION_NOT_ALLOWED', () => run.send({ type: 'resolve', taskId, by: 'u1' }))
})

it('lets one of several candidates claim the task', () => {
  const run = start(definition)
  for (const by of ['u1', 'u2']) run.complete('a', 'approve', { by })
  run.send({ type: 'claim', taskId: run.task('pool'), by: 'u2' })
  expect(run.tasks()).toEqual(['pool u2'])
})

it('tells of copies and of haste, and changes nothing', () => {
  const run = start(definition)
  const before = run.state
  expect(run.send({ type: 'cc', by: 'u1', people: ['u8', 'u8'] })).toEqual([
    { type: 'CopySent', by: 'u1', people: ['u8'] },
  ])
  expect(run.send({ type: 'urge', by: 'applicant' })).toMatchObject([
    { type: 'Urged', taskIds: [expect.any(String), expect.any(String)] },
  ])
  expect(run.state).toEqual(before)
})

it('stands still while it is suspended', () => {
  const run = start(definition)
  run.send({ type: 'suspend', by: 'admin' })
  expect(run.status).toBe('suspended')
  refused('INSTANCE_SUSPENDED', () => run.complete('a'))
  run.send({ type: 'resume', by: 'admin' })
  refused('COMMAND_INVALID', () => run.send({ type: 'resume', by: 'admin' }))
  run.complete('a', 'approve', { by: 'u1' })
})

it('takes no decision back once one of those added after it has decided', async () => {
  const run = start(await draw('start -> a -> end', { a: user(['u1', 'u2'], { round: 'all' }) }))
  run.send({ type: 'addSigners', taskId: run.task('a', 'u1'), by: 'u1', people: ['u7', 'u8'], how: 'after' })
  run.complete('a', 'approve', { by: 'u1' })
  run.complete('a', 'approve', { by: 'u7' })
  refused('WITHDRAW_TOO_LATE', () => run.withdraw('a', 'u1'))
  expect(run.tasks().toSorted()).toEqual(['a u2', 'a u8'])
})
