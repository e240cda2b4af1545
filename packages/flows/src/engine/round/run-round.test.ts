import { expect, it } from 'vitest'
import { diagram, refused, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'rounds.bpmn')

const round = (kind: string, people: string[], by = 'applicant') =>
  start(definition, { by, variables: { kind, people } })

it('gives every person a seat and a task in a parallel round', () => {
  const run = round('all', ['u1', 'u2', 'u3'])
  expect(run.tasks()).toEqual(['all u1', 'all u2', 'all u3'])
  expect(run.events.find(({ type }) => type === 'RoundOpened')).toMatchObject({ seats: 3, number: 1 })
  for (const by of ['u3', 'u1', 'u2']) run.complete('all', 'approve', { by })
  expect(run.variables.decisions).toEqual({ all: 'approve' })
  expect(run.waitingAt()).toEqual(['after'])
})

it('cancels what is open once the round is decided', () => {
  const run = round('any', ['u1', 'u2'])
  const events = run.complete('any', 'reject', { by: 'u2' })
  expect(events).toContainEqual({
    type: 'TaskCancelled',
    taskId: expect.any(String),
    elementId: 'any',
    reason: 'decided',
  })
  expect(run.variables.decisions).toEqual({ any: 'reject' })
})

it('ends the last two countersigners one after the other, and the round once (semantics 11)', () => {
  const run = round('all', ['u1', 'u2'])
  run.complete('all', 'approve', { by: 'u1' })
  const events = run.complete('all', 'approve', { by: 'u2' })
  expect(events.filter(({ type }) => type === 'RoundClosed')).toHaveLength(1)
})

it('lets exactly one of two approvals of a task win (semantics 10)', () => {
  const run = round('all', ['u1', 'u2'])
  const taskId = run.task('all', 'u1')
  run.send({ type: 'complete', taskId, by: 'u1', decision: 'approve' })
  refused('TASK_NOT_FOUND', () => run.send({ type: 'complete', taskId, by: 'u1', decision: 'approve' }))
})

it('ends the case when all must reject and did', () => {
  const run = round('anyAll', ['u1', 'u2'])
  run.complete('anyAll', 'reject', { by: 'u1' })
  expect(run.status).toBe('running')
  run.complete('anyAll', 'reject', { by: 'u2' })
  expect(run.status).toBe('rejected')
})

it('counts votes within the round', () => {
  const run = round('vote', ['u1', 'u2', 'u3', 'u4', 'u5'])
  run.complete('vote', 'approve', { by: 'u1' })
  run.complete('vote', 'reject', { by: 'u2' })
  run.complete('vote', 'approve', { by: 'u3' })
  expect(run.waitingAt()).toEqual(['vote'])
  run.complete('vote', 'approve', { by: 'u4' })
  expect(run.variables.decisions).toEqual({ vote: 'approve' })
})

it('asks one after the other in a sequential round', () => {
  const run = round('turn', ['u1', 'u2'])
  expect(run.tasks()).toEqual(['turn u1'])
  run.complete('turn')
  expect(run.tasks()).toEqual(['turn u2'])
  run.complete('turn')
  expect(run.waitingAt()).toEqual(['after'])
})

it('opens one task for all candidates in a single round', () => {
  const run = round('single', ['u1', 'u2'])
  expect(run.tasks()).toEqual(['single u1,u2'])
  run.complete('single', 'approve', { by: 'u2' })
  expect(run.waitingAt()).toEqual(['after'])
})

it('asks a person once, however many rules find them', () => {
  expect(round('all', ['u1', 'u1', 'u2']).tasks()).toEqual(['all u1', 'all u2'])
})

it('does what the step says when nobody is found', () => {
  expect(round('skip', []).waitingAt()).toEqual(['after'])
  expect(round('administrator', []).tasks()).toEqual(['administrator administrator'])
  expect(round('named', []).tasks()).toEqual(['named deputy'])
  expect(refused('NOBODY_FOUND', () => round('stop', []))).toEqual({ elementId: 'stop' })
})

it('stops when what it falls back on is gone as well (semantics 17)', () => {
  const people = () => []
  const variables = { kind: 'named', people: ['u1'] }
  expect(refused('NOBODY_FOUND', () => start(definition, { variables, people }))).toEqual({ elementId: 'named' })
})

it('does what the step says when the initiator is the approver', () => {
  const skipped = round('selfSkip', ['XX'], 'XX')
  expect(skipped.waitingAt()).toEqual(['after'])
  expect(skipped.events.find(({ type }) => type === 'TaskCompleted')).toMatchObject({ by: 'XX', automatic: 'self' })
  expect(round('selfLeader', ['XX', 'u1'], 'XX').tasks()).toEqual(['selfLeader leader', 'selfLeader u1'])
})

it('returns the case when the step says so for a reject', () => {
  const run = round('back', ['u1', 'u2'])
  run.complete('back', 'approve', { by: 'u1' })
  run.complete('back', 'reject', { by: 'u2' })
  expect(run.tasks()).toEqual(['start applicant'])
  expect(run.variables.decisions).toEqual({})
  run.complete('start', 'submit')
  expect(run.tasks()).toEqual(['back u1', 'back u2'])
})
