import { expect, it } from 'vitest'
import { draw, user } from '../../../test/draw.ts'
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

it('takes the id of a person as it is: nothing in it is evaluated', async () => {
  const asked: unknown[] = []
  const run = start(await draw('start -> a -> end', { a: user('u1') }), {
    people: (rule, query) => {
      asked.push(rule.value)
      return rule.value?.startsWith('{{') ? [] : directory(rule, query)
    },
  })
  const taskId = run.task('a')
  const to = '{{ 1 + }}'
  for (const type of ['transfer', 'delegate'] as const) {
    refused('NOBODY_FOUND', () => run.send({ type, taskId, by: 'u1', to }))
  }
  refused('NOBODY_FOUND', () => run.send({ type: 'addSigners', taskId, by: 'u1', people: [to], how: 'before' }))
  expect(asked.slice(-3)).toEqual([to, to, to])
})
