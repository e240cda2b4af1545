import { expect, it } from 'vitest'
import { draw, user } from '../draw.ts'
import { directory, refused, start } from '../start.ts'

/** `disabled` is nobody any more. */
const drawn = (people: string | string[], policies: string) =>
  draw('start -> a -> b -> end', { a: user(people, { round: 'all', policies }), b: user('u2') })

it('drops them, and asks who is left', async () => {
  const run = start(await drawn(['u1', 'disabled'], 'nobody="stop"'))
  expect(run.tasks()).toEqual(['a u1'])
})

it('nobody is left: skips, where the step says so', async () => {
  const run = start(await drawn('disabled', 'nobody="skip"'))
  expect(run.tasks()).toEqual(['b u2'])
})

it('nobody is left: stops', async () => {
  const definition = await drawn('disabled', 'nobody="stop"')
  expect(refused('NOBODY_FOUND', () => start(definition))).toEqual({ elementId: 'a' })
})

it('nobody is left: the administrator, or who is named', async () => {
  expect(start(await drawn('disabled', 'nobody="administrator"')).tasks()).toEqual(['a administrator'])
  expect(start(await drawn('disabled', 'nobody="named" named="u7"')).tasks()).toEqual(['a u7'])
})

it('the fallback is disabled as well: stops', async () => {
  const named = await drawn('disabled', 'nobody="named" named="disabled"')
  refused('NOBODY_FOUND', () => start(named))
  const noAdministrator = await drawn('disabled', 'nobody="administrator"')
  const people: typeof directory = (rule, query) => (rule.from === 'role' ? [] : directory(rule, query))
  refused('NOBODY_FOUND', () => start(noAdministrator, { people }))
})

it('nobody disabled is brought in later: transfer, delegation, signers', async () => {
  const run = start(await drawn('u1', 'nobody="stop"'))
  const task = { taskId: run.task('a'), by: 'u1' }
  refused('NOBODY_FOUND', () => run.send({ type: 'transfer', ...task, to: 'disabled' }))
  refused('NOBODY_FOUND', () => run.send({ type: 'delegate', ...task, to: 'disabled' }))
  refused('NOBODY_FOUND', () => run.send({ type: 'addSigners', ...task, people: ['disabled'], how: 'before' }))
})
