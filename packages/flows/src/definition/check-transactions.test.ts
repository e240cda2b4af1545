import { expect, it } from 'vitest'
import { FlowError, parse } from '../index.ts'

const CANCEL = '<cancelEventDefinition />'

async function refusal(inside: string) {
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><startEvent id="s" />${inside}</process></definitions>`
  const error = await parse(xml).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof FlowError)) throw new Error(`expected a refusal, got ${error}`)
  return { code: error.code, ...error.details }
}

it.each([
  ['a cancel end event outside', `<endEvent id="e">${CANCEL}</endEvent>`, 'e'],
  [
    'a cancel event on the edge of a task',
    `<task id="t" /><boundaryEvent id="b" attachedToRef="t">${CANCEL}</boundaryEvent>`,
    'b',
  ],
  [
    'a cancel end event that nothing catches',
    `<transaction id="t"><startEvent id="i" /><subProcess id="u"><startEvent id="j" /><endEvent id="e">${CANCEL}</endEvent></subProcess></transaction>`,
    'e',
  ],
])('refuses %s', async (_, inside, elementId) =>
  expect(await refusal(inside)).toMatchObject({ code: 'DIAGRAM_INVALID', elementId }),
)

it('refuses a cancel event on the way', async () => {
  expect(await refusal(`<intermediateThrowEvent id="e">${CANCEL}</intermediateThrowEvent>`)).toMatchObject({
    code: 'ELEMENT_UNSUPPORTED',
    elementId: 'e',
  })
})
