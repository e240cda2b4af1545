import { expect, it } from 'vitest'
import { draw, node } from '../../test/draw.ts'
import { refused, start } from '../../test/start.ts'
import type { Command } from '../index.ts'

const step = (actions: string) =>
  node(
    'userTask',
    `<extensionElements><zhupi:people from="user" value="u1" /><zhupi:actions allow="${actions}" /></extensionElements>`,
  )
const all = 'approve reject return transfer delegate addSigners removeSigners claim cc'
const allowing = (actions: string) => draw('start -> a -> end', { a: step(actions) })

const acts: [string, (taskId: string, by: string) => Command][] = [
  ['approve', (taskId, by) => ({ type: 'complete', taskId, by, decision: 'approve' })],
  ['reject', (taskId, by) => ({ type: 'complete', taskId, by, decision: 'reject' })],
  ['return', (taskId, by) => ({ type: 'return', taskId, by, to: 'initiator' })],
  ['transfer', (taskId, by) => ({ type: 'transfer', taskId, by, to: 'u2' })],
  ['delegate', (taskId, by) => ({ type: 'delegate', taskId, by, to: 'u2' })],
  ['addSigners', (taskId, by) => ({ type: 'addSigners', taskId, by, people: ['u2'], how: 'beside' })],
  ['removeSigners', (taskId, by) => ({ type: 'removeSigners', taskId, by, people: ['u2'] })],
  ['claim', (taskId, by) => ({ type: 'claim', taskId, by })],
  ['cc', (taskId, by) => ({ type: 'cc', taskId, by, people: ['u2'] })],
]

it.each(acts)('refuses %s where the step does not allow it', async (action, command) => {
  const others = all.split(' ').filter((other) => other !== action)
  const run = start(await allowing(others.join(' ')))
  expect(refused('ACTION_NOT_ALLOWED', () => run.send(command(run.task('a'), 'u1')))).toMatchObject({ elementId: 'a' })
})

it.each(acts.filter(([action]) => action !== 'cc'))(
  'refuses %s to who has not the task, and to nobody at all',
  async (_, command) => {
    const run = start(await allowing(all))
    refused('NOT_A_CANDIDATE', () => run.send(command(run.task('a'), 'u2')))
    refused('NOT_A_CANDIDATE', () => run.send({ ...command(run.task('a'), 'u1'), by: undefined } as unknown as Command))
  },
)
