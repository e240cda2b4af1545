import { expect, it } from 'vitest'
import { diagram, directory, refused, start } from '../../../test/start.ts'

const line = await diagram(import.meta.url, 'line.bpmn')

it('hands a task to another person', () => {
  const run = start(line)
  const taskId = run.task('a')
  expect(run.send({ type: 'transfer', taskId, by: 'u1', to: 'u9' })).toEqual([
    { type: 'TaskTransferred', taskId, elementId: 'a', by: 'u1', from: 'u1', to: 'u9' },
  ])
  refused('NOT_A_CANDIDATE', () => run.send({ type: 'complete', taskId, by: 'u1', decision: 'approve' }))
  run.complete('a', 'approve', { by: 'u9' })
  expect(run.waitingAt()).toEqual(['b'])
})

it('refuses who is disabled, and who does not hold the task', () => {
  const run = start(line)
  const taskId = run.task('a')
  refused('NOBODY_FOUND', () => run.send({ type: 'transfer', taskId, by: 'u1', to: 'disabled' }))
  refused('NOT_A_CANDIDATE', () => run.send({ type: 'transfer', taskId, by: 'u2', to: 'u9' }))
})

it('hands the id of a person to the host as it is: it is no expression', () => {
  const asked: Array<string | undefined> = []
  const run = start(line, {
    people(rule, query) {
      asked.push(rule.value)
      return rule.value?.startsWith('{{') ? [] : directory(rule, query)
    },
  })
  const taskId = run.task('a')
  asked.length = 0
  for (const to of ['{{ "u9" }}', '{{ initiator }}', '{{ 1 + }}']) {
    refused('NOBODY_FOUND', () => run.send({ type: 'transfer', taskId, by: 'u1', to }))
    expect(asked.splice(0)).toEqual([to])
  }
})
