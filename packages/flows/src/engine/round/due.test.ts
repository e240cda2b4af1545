import { expect, it } from 'vitest'
import { diagram, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'due.bpmn')
const overdue = (kind: string) => {
  const run = start(definition, { variables: { kind } })
  return { run, events: run.fire(kind) }
}

it('reminds, and lets the tasks be', () => {
  const { run, events } = overdue('remind')
  expect(events.at(-1)).toMatchObject({ type: 'TasksOverdue', elementId: 'remind', done: 'remind' })
  expect(run.tasks()).toEqual(['remind u1', 'remind u2'])
})

it.each(['approve', 'reject'])('decides what is open: %s', (kind) => {
  const { run, events } = overdue(kind)
  expect(run.variables.decisions).toEqual({ [kind]: kind })
  expect(events.find(({ type }) => type === 'TaskCompleted')).toMatchObject({ automatic: 'overdue', decision: kind })
  expect(run.waitingAt()).toEqual(['after'])
})

it('hands what is open to the leader', () => {
  expect(overdue('transfer').run.tasks()).toEqual(['transfer leader'])
})

it('counts work time as the host does', () => {
  const run = start(definition, { variables: { kind: 'remind' } })
  expect(run.state.timers).toMatchObject([{ element: 'remind', at: '2026-01-06T00:00:00.000Z' }])
  const worked = start(definition, { variables: { kind: 'remind' }, addWorkTime: () => '2026-01-09T00:00:00.000Z' })
  expect(worked.state.timers).toMatchObject([{ at: '2026-01-09T00:00:00.000Z' }])
})
