import { describe, expect, it } from 'vitest'
import { parse } from '../index.ts'

const process = (nodes: string, flows: string[]) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><startEvent id="s" />${nodes}${flows
    .map((flow) => flow.split('>'))
    .map(([source, target]) => `<sequenceFlow sourceRef="${source}" targetRef="${target}" />`)
    .join('')}</process></definitions>`

it('finds a circle that nothing breaks, and names all of it', async () => {
  const xml = process('<exclusiveGateway id="a" /><task id="b" /><exclusiveGateway id="c" /><userTask id="u" />', [
    's>a',
    'a>b',
    'b>c',
    'c>a',
    'c>u',
  ])
  await expect(parse(xml)).rejects.toMatchObject({ code: 'ENDLESS_LOOP', details: { elements: ['a', 'b', 'c'] } })
})

it('lets a circle pass in which somebody is asked', async () => {
  const xml = process('<exclusiveGateway id="a" /><userTask id="u" /><exclusiveGateway id="c" />', [
    's>a',
    'a>u',
    'u>c',
    'c>a',
  ])
  await expect(parse(xml)).resolves.toBeDefined()
})

it('walks a line of ten thousand elements without trouble', async () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `g${index}`)
  const nodes = ids.map((id) => `<exclusiveGateway id="${id}" />`).join('')
  const flows = ids.slice(1).map((id, index) => `g${index}>${id}`)
  await expect(parse(process(nodes, [`s>g0`, ...flows]))).resolves.toBeDefined()
})

describe('what is thrown goes round as well', () => {
  const ROOT =
    '<escalation id="E1" escalationCode="ONE" /><escalation id="E2" escalationCode="TWO" /><error id="X" errorCode="X" /><signal id="S" name="again" />'
  const handler = (id: string, event: string, thrown: string, interrupting: boolean) =>
    `<subProcess id="${id}" triggeredByEvent="true"><startEvent id="${id}-on" isInterrupting="${interrupting}">${event}</startEvent>
      <endEvent id="${id}-throws">${thrown}</endEvent><sequenceFlow sourceRef="${id}-on" targetRef="${id}-throws" /></subProcess>`
  const escalation = (ref: string) => `<escalationEventDefinition escalationRef="${ref}" />`
  const drawn = (nodes: string, flows: string[]) => process(nodes, flows).replace('<process', `${ROOT}<process`)

  it.each([
    [
      'a link',
      '<intermediateThrowEvent id="go"><linkEventDefinition name="L" /></intermediateThrowEvent><intermediateCatchEvent id="come"><linkEventDefinition name="L" /></intermediateCatchEvent><task id="a" />',
      ['s>go', 'come>a', 'a>go'],
      ['go', 'come', 'a'],
    ],
    [
      'two escalations, each caught by what throws the other',
      `<userTask id="u" /><endEvent id="first">${escalation('E1')}</endEvent>${handler('one', escalation('E1'), escalation('E2'), false)}${handler('two', escalation('E2'), escalation('E1'), false)}`,
      ['s>u', 'u>first'],
      ['one-on', 'one-throws', 'two-on', 'two-throws'],
    ],
    [
      'a signal that begins what throws it',
      `<userTask id="u" />${handler('one', '<signalEventDefinition signalRef="S" />', '<signalEventDefinition signalRef="S" />', false)}`,
      ['s>u'],
      ['one-on', 'one-throws'],
    ],
    [
      'an error, caught on the edge and led back',
      `<subProcess id="sub"><startEvent id="in" /><endEvent id="broken"><errorEventDefinition errorRef="X" /></endEvent><sequenceFlow sourceRef="in" targetRef="broken" /></subProcess>
        <boundaryEvent id="caught" attachedToRef="sub"><errorEventDefinition errorRef="X" /></boundaryEvent>`,
      ['s>sub', 'caught>sub'],
      ['sub', 'in', 'broken', 'caught'],
    ],
  ])('%s', async (_, nodes, flows, circle) => {
    const refusal = await parse(drawn(nodes, flows)).catch((error) => error)
    expect(refusal).toMatchObject({ code: 'ENDLESS_LOOP' })
    expect(refusal.details.elements.toSorted()).toEqual(circle.toSorted())
  })

  it.each([
    [
      'an escalation out of what it begins',
      `<userTask id="u" /><endEvent id="first">${escalation('E1')}</endEvent>${handler('one', escalation('E1'), escalation('E1'), false)}`,
    ],
    [
      'an error out of what caught another',
      `<userTask id="u" /><endEvent id="first"><errorEventDefinition errorRef="X" /></endEvent>${handler('one', '<errorEventDefinition errorRef="X" />', '<errorEventDefinition errorRef="X" />', true)}${handler('two', escalation('E1'), '<errorEventDefinition errorRef="X" />', true)}`,
    ],
  ])('but not %s', async (_, nodes) => {
    await expect(parse(drawn(nodes, ['s>u', 'u>first']))).resolves.toBeDefined()
  })
})
