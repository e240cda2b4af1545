import { expect, it } from 'vitest'
import { diagram, refused, start } from '../../../test/start.ts'
import { parse } from '../../index.ts'

const definition = await diagram(import.meta.url, 'exclusive-gateway.bpmn')

it.each([
  [3, 'short'],
  [11, 'long'],
  [5, 'other'],
])('takes the first flow whose condition holds, else the default: %i days', (days, expected) => {
  const run = start(definition, { variables: { days } })
  run.complete('apply')
  expect(run.waitingAt()).toEqual([expected])
})

it('takes a name that nobody has set for null, which holds nothing', () => {
  const run = start(definition)
  run.complete('apply')
  expect(run.waitingAt()).toEqual(['other'])
})

it('refuses to go on when no condition holds and there is no default', async () => {
  const stuck = await parse(`<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">
    <startEvent id="s" /><exclusiveGateway id="g" /><userTask id="u" />
    <sequenceFlow id="f" sourceRef="s" targetRef="g" />
    <sequenceFlow id="h" sourceRef="g" targetRef="u"><conditionExpression>false</conditionExpression></sequenceFlow>
  </process></definitions>`)
  expect(refused('NO_OUTGOING_FLOW', () => start(stuck))).toEqual({ elementId: 'g' })
})
