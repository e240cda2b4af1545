import { expect, it } from 'vitest'
import { draw, user } from '../../test/draw.ts'
import { TestRun } from '../../test/start.ts'
import { activationsOf, canWithdraw, type Instance, preflight, returnTargets } from '../index.ts'

/** A case as it was stored before what lies behind became text: it goes on, and can go back. */
const STORED = JSON.stringify({
  ...{ shape: 1, process: 'p', status: 'running', initiator: 'applicant', next: 5 },
  variables: { decisions: { a: 'approve', b: 'approve' } },
  chosen: {},
  visits: {},
  activations: [
    { id: 1, element: 'start', from: [], done: 2 },
    { id: 2, element: 'a', from: [1], round: decided('round-a', 'u1'), done: 3 },
    { id: 3, element: 'b', from: [2], round: decided('round-b', 'u2'), done: 4 },
    { id: 4, element: 'c', from: [3], round: { id: 'round-c', number: 1, seats: [{ people: ['u3'], task: 'of-u3' }] } },
  ],
  ...{ arrivals: [], timers: [], subscriptions: [], services: [], once: [] },
})

function decided(id: string, by: string) {
  return { id, number: 1, seats: [{ people: [by], task: `of-${by}`, by, decision: 'approve' }], outcome: 'approve' }
}

const line = 'start -> a -> b -> c -> end'
const flow = await draw(line, { a: user('u1'), b: user('u2'), c: user('u3') })
const longer = await draw('start -> a -> b -> c -> d -> end', {
  ...{ a: user('u1'), b: user('u2') },
  ...{ c: user('u3'), d: user('u4') },
})

function stored(): TestRun {
  const run = new TestRun(flow, {})
  run.instance = JSON.parse(STORED) as Instance
  return run
}

it('is completed', () => {
  const run = stored()
  run.complete('c')
  expect(run.status).toBe('completed')
})

it('is returned, and done again', () => {
  const run = stored()
  expect(returnTargets(flow, run.state, 'of-u3').map(({ elementId }) => elementId)).toEqual(['start', 'a', 'b'])
  run.return('c', 'a')
  for (const element of ['a', 'b', 'c']) run.complete(element)
  expect(run.status).toBe('completed')
})

it('is withdrawn', () => {
  const run = stored()
  expect(canWithdraw(flow, run.state, 'u2').taskIds).toEqual(['of-u2'])
  run.send({ type: 'withdraw', by: 'u2', taskId: 'of-u2' })
  expect(run.tasks()).toEqual(['b u2'])
})

it('is moved to another version of its flow', () => {
  const run = stored()
  expect(preflight(flow, longer, {}, run.state)).toMatchObject({ verdict: 'moves' })
  run.migrate(longer)
  run.complete('c')
  expect(run.tasks()).toEqual(['d u4'])
  run.return('d', 'a')
  expect(run.tasks()).toEqual(['a u1'])
})

it('keeps what lies behind as text from its next step on, and forgets nothing of it', () => {
  const run = stored()
  run.send({ type: 'setVariables', variables: { days: 3 } })
  expect(run.state).toMatchObject({
    shape: 2,
    activations: [{ element: 'c' }],
    behind: ';start 1  2 ;a 2 1 3  1 round-a approve of-u1,u1,approve;b 3 2 4  1 round-b approve of-u2,u2,approve',
  })
  expect(activationsOf(run.state)).toEqual((JSON.parse(STORED) as Instance).activations)
})
