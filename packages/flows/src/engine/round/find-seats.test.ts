import { expect, it } from 'vitest'
import { draw, node, user } from '../../../test/draw.ts'
import { start } from '../../../test/start.ts'

const people = (rule: string) => node('userTask', `<extensionElements><zhupi:people ${rule} /></extensionElements>`)
const chosenTwice = await draw('start -> a -> b -> c -> end', {
  a: user('u1'),
  b: people('from="initiatorChoice"'),
  c: people('from="previousChoice"'),
})

it('asks whom the initiator has chosen, and whom an approver chooses later; neither choice takes the other away', () => {
  const run = start(chosenTwice, { chosen: { b: ['u7'] } })
  const [taskId, by] = [run.task('a'), 'u1']
  run.send({ type: 'complete', taskId, by, decision: 'approve', chosen: { c: ['u8', 'u9'] } })
  expect(run.tasks()).toEqual(['b u7'])
  run.complete('b')
  expect(run.tasks()).toEqual(['c u8,u9'])
})

it('asks the people whom FEEL names, lists in lists among them, and passes over what is no person', async () => {
  const run = start(await draw('start -> a -> end', { a: people('from="feel" value="{{ team }}"') }), {
    variables: { team: ['u1', ['u2'], 7, null, 'disabled'] },
  })
  expect(run.tasks()).toEqual(['a u1,u2'])
})
