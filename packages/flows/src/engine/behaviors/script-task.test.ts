import { expect, it } from 'vitest'
import { diagram, refused, start } from '../../../test/start.ts'
import { parse } from '../../index.ts'

const definition = await diagram(import.meta.url, 'script-task.bpmn')

it('evaluates FEEL into its result, or each entry of a context into a variable', () => {
  const run = start(definition, { variables: { a: 1, b: 3 } })
  expect(run.variables).toMatchObject({ total: 4, twice: 8, half: 2 })
})

it('refuses a script that gives nothing to keep, and one in another language', async () => {
  const script = (attributes: string, text: string) =>
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><startEvent id="s" />
      <scriptTask id="t"${attributes}><script>${text}</script></scriptTask>
      <sequenceFlow id="f" sourceRef="s" targetRef="t" /></process></definitions>`
  const five = await parse(script('', '5'))
  expect(refused('EXPRESSION_FAILED', () => start(five))).toMatchObject({ elementId: 't' })
  await expect(parse(script(' scriptFormat="javascript"', 'x()'))).rejects.toMatchObject({
    code: 'ELEMENT_UNSUPPORTED',
  })
})

it('asks the host for a business decision', () => {
  const run = start(definition, { variables: { a: 1, b: 3 } })
  expect(run.events.at(-1)).toMatchObject({ service: 'decision.evaluate', input: { amount: 4 } })
  run.serve('rule', { level: 'A' })
  expect(run.variables).toMatchObject({ level: 'A' })
})
