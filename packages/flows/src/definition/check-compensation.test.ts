import { expect, it } from 'vitest'
import { FlowError, parse } from '../index.ts'

const process = (inside: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><startEvent id="s" />${inside}</process></definitions>`
const edge = (id: string, host: string) =>
  `<boundaryEvent id="${id}" attachedToRef="${host}"><compensateEventDefinition /></boundaryEvent>`
const association = (source: string, target: string) => `<association sourceRef="${source}" targetRef="${target}" />`
const compensated = `<task id="t" />${edge('b', 't')}<task id="undo" isForCompensation="true" />${association('b', 'undo')}`

async function refusal(inside: string) {
  const error = await parse(process(inside)).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof FlowError)) throw new Error(`expected a refusal, got ${error}`)
  return { code: error.code, ...error.details }
}

it('connects an activity with what compensates it', async () => {
  const { elements } = await parse(process(compensated))
  expect(elements.t).toMatchObject({ compensatedBy: 'undo', compensable: true })
})

it.each([
  ['a compensation event without an activity', `<task id="t" />${edge('b', 't')}`, 'b'],
  ['what compensates nothing', '<task id="undo" isForCompensation="true" />', 'undo'],
  [
    'what compensates, but is not marked so',
    `<task id="t" />${edge('b', 't')}<task id="u" />${association('b', 'u')}`,
    'u',
  ],
  ['what compensates on a flow', `${compensated}<sequenceFlow id="f" sourceRef="t" targetRef="undo" />`, 'undo'],
  [
    'a flow out of a compensation event',
    `${compensated}<task id="n" /><sequenceFlow id="f" sourceRef="b" targetRef="n" />`,
    'b',
  ],
  [
    'two that compensate one activity',
    `${compensated}${edge('c', 't')}<task id="undo2" isForCompensation="true" />${association('c', 'undo2')}`,
    't',
  ],
  [
    'what compensates what compensates',
    `${compensated}${edge('c', 'undo')}<task id="undo2" isForCompensation="true" />${association('c', 'undo2')}`,
    'undo',
  ],
  [
    'what stands in another sub-process',
    `<task id="t" />${edge('b', 't')}<subProcess id="sub"><startEvent id="i" /><task id="undo" isForCompensation="true" /></subProcess>${association('b', 'undo')}`,
    'undo',
  ],
  [
    'an event that names what it cannot see',
    `<subProcess id="sub"><startEvent id="i" /><task id="t" /></subProcess><intermediateThrowEvent id="e"><compensateEventDefinition activityRef="t" /></intermediateThrowEvent>`,
    'e',
  ],
  [
    'an event that names no activity',
    '<intermediateThrowEvent id="e"><compensateEventDefinition activityRef="s" /></intermediateThrowEvent>',
    'e',
  ],
  [
    'compensation of the process',
    '<subProcess id="sub" triggeredByEvent="true"><startEvent id="i"><compensateEventDefinition /></startEvent></subProcess>',
    'i',
  ],
])('refuses %s', async (_, inside, elementId) =>
  expect(await refusal(inside)).toMatchObject({ code: 'DIAGRAM_INVALID', elementId }),
)
