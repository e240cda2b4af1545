import { evaluate } from 'feelin'
import { expect, it } from 'vitest'
import { diagram } from '../../test/start.ts'
import { createSimulator, type SimulatorState } from '../index.ts'

const definition = await diagram(import.meta.url, 'simulator.bpmn')
const options = {
  evaluate: (expression: string, variables: object) => evaluate(expression, { ...variables }).value,
}

function play(...lines: unknown[]) {
  const simulator = createSimulator([definition], options)
  const states = lines.map((line) => simulator.send(line))
  return { simulator, states, last: states.at(-1) as SimulatorState }
}

it('shows the whole state after every command', () => {
  const { last } = play({ start: { variables: { days: 2 } } }, { complete: 'apply', by: 'XX', variables: { days: 5 } })
  expect(last).toMatchObject({
    status: 'running',
    waiting: [
      { element: 'sign', kind: 'user', people: ['u1'] },
      { element: 'sign', kind: 'user', people: ['u2'] },
    ],
    timers: [{ element: 'late', at: '2026-01-01T01:00:00.000Z' }],
    subscriptions: [{ element: 'cancelled', kind: 'message', name: 'cancel' }],
    variables: { days: 5 },
  })
  expect(last.events.at(0)).toMatchObject({ type: 'VariablesSet' })
})

it('gives the same states for the same commands', () => {
  const lines = [{ start: {} }, { completeAll: true }, { advance: 'PT2H' }]
  expect(play(...lines).states).toEqual(play(...lines).states)
})

it('moves its clock, and fires what falls due in order', () => {
  const { simulator, last } = play({ start: {} }, { complete: 'apply' }, { advance: 'PT2H' })
  expect(simulator.now).toBe('2026-01-01T02:00:00.000Z')
  expect(last.waiting).toEqual([{ element: 'escalated', kind: 'user', people: [] }])
  expect(simulator.send({ advanceTo: '2026-02-01T00:00:00Z' })).toMatchObject({ status: 'running', events: [] })
  expect(simulator.send({ advanceTo: '2026-01-01T00:00:00Z' })).toMatchObject({ error: { code: 'TIME_INVALID' } })
})

it('begins when it is told', () => {
  const { simulator } = play({ start: { at: '2027-05-01T08:00:00+08:00' } })
  expect(simulator.now).toBe('2027-05-01T00:00:00.000Z')
})

it('completes tasks, services, and what is triggered; returns and withdraws', () => {
  const { last } = play(
    { start: {} },
    { complete: 'apply' },
    { withdraw: 'apply' },
    { complete: 'apply' },
    { complete: 'sign', by: 'u2' },
    { complete: 'sign' },
    { complete: 'work', variables: { done: true } },
    { trigger: 'receive' },
    { return: 'last', to: 'apply' },
  )
  expect(last.waiting).toEqual([{ element: 'apply', kind: 'user', people: [] }])
  expect(last.variables).toMatchObject({ done: true })
})

it('takes messages and ends', () => {
  const { simulator, last } = play({ start: {} }, { complete: 'apply' }, { message: 'cancel', variables: { why: 'x' } })
  expect(last).toMatchObject({ status: 'completed', waiting: [], timers: [], variables: { why: 'x' } })
  expect(simulator.send({ terminate: true })).toMatchObject({ error: { code: 'INSTANCE_ENDED' } })
})

it.each([
  [{ complete: 'nowhere' }, { code: 'TASK_NOT_FOUND', element: 'nowhere' }],
  [{ complete: 3 }, { code: 'COMMAND_INVALID' }],
  [{ dance: true }, { code: 'COMMAND_INVALID' }],
  ['complete', { code: 'COMMAND_INVALID' }],
  [null, { code: 'COMMAND_INVALID' }],
  [{ message: 'x' }, { code: 'MESSAGE_NOT_EXPECTED' }],
  [{ advance: 'soon' }, { code: 'TIME_INVALID' }],
  [{ start: {} }, { code: 'ALREADY_STARTED' }],
])('answers %j with the error and leaves the state as it was', (line, error) => {
  const { simulator } = play({ start: {} })
  expect(simulator.send(line)).toMatchObject({ error })
  expect(simulator.send({ complete: 'apply' })).toMatchObject({ status: 'running' })
})

it('answers before the start that nothing is started', () => {
  expect(play({ complete: 'apply' }).last).toMatchObject({ error: { code: 'NOT_STARTED' } })
})

it('shows what waits in called processes and instances by the ids that are drawn, and finds it by them', async () => {
  const files = ['call-activity.bpmn', 'called.bpmn', 'countdown.bpmn']
  const definitions = await Promise.all(files.map((file) => diagram(import.meta.url, `../engine/behaviors/${file}`)))
  const simulator = createSimulator(definitions, options)
  simulator.send({ start: { variables: { kind: 'many', items: ['a', 'b'] } } })
  const called = simulator.send({ complete: 'apply' })
  expect(called).toMatchObject({
    waiting: [
      { element: 'examine', kind: 'user', people: ['office'] },
      { element: 'examine', kind: 'user', people: ['office'] },
    ],
    subscriptions: [
      { element: 'hold-start', kind: 'message', name: 'hold' },
      { element: 'hold-start', kind: 'message', name: 'hold' },
    ],
  })
  simulator.send({ complete: 'examine', nth: 1, decision: 'stop' })
  simulator.send({ complete: 'examine', decision: 'approve' })
  expect(simulator.send({ complete: 'next' })).toMatchObject({
    waiting: [{ element: 'next', people: ['u9'] }],
    variables: { outcomes: ['approve', 'stop'] },
  })
})

it('refuses the first command when a process that is called is not there', async () => {
  const simulator = createSimulator([await diagram(import.meta.url, '../engine/behaviors/call-activity.bpmn')], options)
  expect(simulator.send({ start: {} })).toMatchObject({ error: { code: 'PROCESS_MISSING', element: 'mapped' } })
})
