import { expect, it } from 'vitest'
import { caught, draw, message, user } from '../../../test/draw.ts'
import { diagram, refused, start } from '../../../test/start.ts'
import { canWithdraw } from '../../index.ts'

const line = await diagram(import.meta.url, 'line.bpmn')
const branches = await diagram(import.meta.url, 'branches.bpmn')
const turn = await diagram(import.meta.url, 'turn.bpmn')

it('asks the seat again while nobody acted on what followed (semantics 8)', () => {
  const run = start(line)
  run.complete('a')
  expect(canWithdraw(line, run.state, 'u1').taskIds).toHaveLength(1)
  const events = run.withdraw('a')
  expect(events.map(({ type }) => type)).toEqual([
    'Withdrawn',
    'TaskCancelled',
    'LineageUndone',
    'RoundReopened',
    'TaskUndone',
    'TaskOpened',
  ])
  expect(run.tasks()).toEqual(['a u1'])
  expect(run.variables.decisions).toEqual({})
})

it('is too late once somebody acted, and not for others', () => {
  const run = start(line)
  run.complete('a')
  refused('NOT_A_CANDIDATE', () => run.withdraw('a', 'u2'))
  run.complete('b')
  refused('WITHDRAW_TOO_LATE', () => run.withdraw('a'))
  expect(canWithdraw(line, run.state, 'u1')).toEqual({ taskIds: [], initiator: false })
  refused('TASK_NOT_FOUND', () => run.send({ type: 'withdraw', by: 'u1', taskId: 'x' }))
})

it('lets the initiator take the case back before anybody decided', () => {
  const run = start(line)
  expect(canWithdraw(line, run.state, 'applicant').initiator).toBe(true)
  expect(canWithdraw(line, run.state, 'u1').initiator).toBe(false)
  refused('NOT_A_CANDIDATE', () => run.send({ type: 'withdraw', by: 'u1' }))
  run.send({ type: 'withdraw', by: 'applicant' })
  expect(run.tasks()).toEqual(['start applicant'])
  expect(canWithdraw(line, run.state, 'applicant').initiator).toBe(false)
  run.complete('start', 'submit')
  run.complete('a')
  refused('WITHDRAW_TOO_LATE', () => run.send({ type: 'withdraw', by: 'applicant' }))
})

it('takes back one decision of a round; the others stand', () => {
  const run = start(branches)
  for (const element of ['a', 'b', 'c', 'd']) run.complete(element)
  run.complete('e', 'approve', { by: 'u5' })
  run.withdraw('e')
  expect(run.tasks()).toEqual(['e u5', 'e u6'])
})

it('brings the tokens back that a join had taken', () => {
  const run = start(branches)
  for (const element of ['a', 'b', 'c', 'd']) run.complete(element)
  run.withdraw('c')
  expect(run.tasks()).toEqual(['c u3'])
  run.complete('c')
  expect(run.tasks()).toEqual(['e u5', 'e u6'])
})

it('takes back the turn in a sequential round, while the next has not decided', () => {
  const run = start(turn)
  run.complete('a')
  run.complete('turn')
  run.withdraw('turn')
  expect(run.tasks()).toEqual(['turn u2'])
  run.complete('turn')
  run.complete('turn')
  refused('WITHDRAW_TOO_LATE', () => run.withdraw('turn', 'u2'))
})

it('asks all again where the first decision had decided', () => {
  const run = start(turn)
  for (const element of ['a', 'turn', 'turn', 'turn', 'any']) run.complete(element)
  run.withdraw('any')
  expect(run.tasks()).toEqual(['any u2', 'any u3'])
})

it('is refused once a message has been taken: another system has acted', async () => {
  const drawn = await draw('start -> a -> wait -> b -> end', {
    a: user('u1'),
    wait: caught(message('m')),
    b: user('u2'),
  })
  const run = start(drawn)
  run.complete('a')
  expect(canWithdraw(drawn, run.state, 'u1').taskIds).toHaveLength(1)
  run.deliver('m')
  expect(run.tasks()).toEqual(['b u2'])
  expect(canWithdraw(drawn, run.state, 'u1').taskIds).toEqual([])
})
