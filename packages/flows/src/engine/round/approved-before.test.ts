import { expect, it } from 'vitest'
import { draw, node } from '../../../test/draw.ts'
import { diagram, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'repeat.bpmn')

const automatic = (run: ReturnType<typeof start>) =>
  run.events.flatMap((event) => (event.type === 'TaskCompleted' && event.automatic ? [event.elementId] : []))

it('does not ask again who approved just before, or ever before, where the step says so', () => {
  const run = start(definition)
  run.complete('a')
  expect(automatic(run)).toEqual(['b'])
  run.complete('c')
  expect(run.waitingAt()).toEqual(['d'])
  run.complete('d')
  expect(automatic(run)).toEqual(['b', 'e'])
  expect(run.waitingAt()).toEqual(['f'])
})

it('asks again after a return: what was approved before it does not speak for what comes after (semantics 4)', () => {
  const run = start(definition)
  for (const element of ['a', 'c', 'd']) run.complete(element)
  run.return('f', 'e')
  expect(run.tasks()).toEqual(['e u2'])
})

it('counts what was approved after the return', () => {
  const run = start(definition)
  run.complete('a')
  run.return('c', 'a')
  run.complete('a')
  expect(automatic(run)).toEqual(['b', 'b'])
  expect(run.waitingAt()).toEqual(['c'])
})

it('asks again in the next instance: who approved one entry has not approved another', async () => {
  const again =
    '<extensionElements><zhupi:people from="user" value="u1" /><zhupi:policies repeat="skipEver" /></extensionElements>'
  const each = node(
    'subProcess',
    `<multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>
      <startEvent id="in" /><userTask id="b">${again}</userTask><userTask id="c">${again}</userTask>
      <sequenceFlow id="in-b" sourceRef="in" targetRef="b" /><sequenceFlow id="b-c" sourceRef="b" targetRef="c" />`,
  )
  const run = start(await draw('start -> each -> end', { each }))
  run.complete('b')
  expect(automatic(run)).toEqual(['c'])
  expect(run.tasks()).toEqual(['b u1'])
  run.complete('b')
  expect(automatic(run)).toEqual(['c', 'c'])
  expect(run.status).toBe('completed')
})
