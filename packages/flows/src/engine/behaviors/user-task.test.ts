import { expect, it } from 'vitest'
import { diagram, refused, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'user-task.bpmn')

it('is open to anybody without our extension, and takes any decision', () => {
  const run = start(definition)
  expect(run.tasks()).toEqual(['plain'])
  run.complete('plain', 'file', { by: undefined })
  expect(run.variables).toEqual({ decisions: { plain: 'file' } })
})

it('asks its people, and nobody else', () => {
  const run = start(definition)
  run.complete('plain')
  const taskId = run.task('leader')
  refused('NOT_A_CANDIDATE', () => run.send({ type: 'complete', taskId, by: 'clerk', decision: 'approve' }))
  run.complete('leader', 'approve', { by: 'leader' })
  expect(run.tasks()).toEqual(['county u1', 'county u2', 'county u3'])
})

it('refuses a decision that the step does not have, and a task that is not open', () => {
  const run = start(definition)
  run.complete('plain')
  const taskId = run.task('leader')
  const before = run.instance
  refused('DECISION_UNKNOWN', () => run.send({ type: 'complete', taskId, by: 'leader', decision: 'postpone' }))
  refused('DECISION_UNKNOWN', () => run.send({ type: 'complete', taskId, by: 'leader', decision: '' }))
  refused('TASK_NOT_FOUND', () => run.send({ type: 'complete', taskId: 'x', by: 'leader', decision: 'approve' }))
  expect(run.instance).toBe(before)
})

it('writes only the variables that are named (semantics 19)', () => {
  const run = start(definition, { variables: { a: 1, b: 1 } })
  run.complete('plain', 'approve', { variables: { b: 2 } })
  expect(run.variables).toMatchObject({ a: 1, b: 2 })
})

it('says what happens in order', () => {
  const run = start(definition)
  const events = run.complete('plain')
  expect(events.map(({ type }) => type)).toEqual([
    'TaskCompleted',
    'RoundClosed',
    'ElementLeft',
    'SequenceFlowTaken',
    'ElementEntered',
    'RoundOpened',
    'TaskOpened',
  ])
})
