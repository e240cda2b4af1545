import { describe, expect, it } from 'vitest'
import { FlowError, parse } from '../index.ts'
import { MAX_BYTES } from './limits.ts'

const NS = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhupi="urn:zhupi:bpmn:1"'

const definitions = (inside: string) => `<definitions ${NS}>${inside}</definitions>`
const process = (inside: string, roots = '') =>
  definitions(`${roots}<process id="p" name="流程" isExecutable="true"><startEvent id="s" />${inside}</process>`)
const flow = (source: string, target: string) => `<sequenceFlow sourceRef="${source}" targetRef="${target}" />`

async function refusal(xml: string, options?: { processId?: string }) {
  const error = await parse(xml, options).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof FlowError)) throw new Error(`expected a refusal, got ${error}`)
  return { code: error.code, ...error.details }
}

describe('what it reads', () => {
  it('is frozen, plain, and connected', async () => {
    const definition = await parse(process(`<userTask id="u" name="审核" />${flow('s', 'u')}`))
    expect(definition).toMatchObject({ id: 'p', name: '流程', starts: ['s'] })
    expect(definition.elements.u).toMatchObject({ type: 'bpmn:UserTask', name: '审核', incoming: ['s-u'] })
    expect(Object.isFrozen(definition.elements.u?.incoming)).toBe(true)
    expect(JSON.parse(JSON.stringify(definition)).elements.u.id).toBe('u')
  })

  it('names sequence flows that have no id after their ends', async () => {
    const { sequenceFlows } = await parse(process(`<userTask id="u" />${flow('s', 'u')}${flow('s', 'u')}`))
    expect(Object.keys(sequenceFlows)).toEqual(['s-u', 's-u-2'])
  })

  it('understands references with a prefix', async () => {
    const xml = process('<receiveTask id="r" messageRef="tns:m" />', '<message id="m" name="结果" />')
    expect((await parse(xml)).elements.r?.event).toEqual({ kind: 'message', name: '结果' })
  })

  it.each([
    ['a variable that is not drawn', '', 'items'],
    ['data that is drawn', '<dataObject id="d" name="entries" />', 'd', 'entries'],
    ['a name with a prefix', '', 'tns:items', 'items'],
  ])('finds the collection of a multi-instance activity: %s', async (_, drawn, reference, name = reference) => {
    const marker = `<multiInstanceLoopCharacteristics><loopDataInputRef>${reference}</loopDataInputRef><inputDataItem name="item" /></multiInstanceLoopCharacteristics>`
    const { elements } = await parse(process(`${drawn}<userTask id="u">${marker}</userTask>${flow('s', 'u')}`))
    expect(elements.u?.loop).toMatchObject({ kind: 'multiInstance', collection: name, item: 'item' })
    expect(elements['u#each']).toMatchObject({ bareId: 'u', bodyOf: 'u', scope: 'u', incoming: [] })
  })

  it('takes the marker of a user task with people for the seats of a round, unless it has a collection', async () => {
    const task = (marker: string) =>
      process(
        `<userTask id="u"><extensionElements><zhupi:people from="initiator" /></extensionElements>${marker}</userTask>`,
      )
    const cardinality = await parse(
      task('<multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>'),
    )
    expect(cardinality.elements.u).toMatchObject({ loop: undefined, approval: { round: { type: 'all' } } })
    const collection = await parse(task('<multiInstanceLoopCharacteristics zhupi:collection="{{ items }}" />'))
    expect(collection.elements.u).toMatchObject({ loop: { collection: 'items' } })
    expect(collection.elements['u#each']).toMatchObject({ approval: { round: { type: 'single' } } })
  })

  it('chooses the executable process, or the one that is named', async () => {
    const two = (first: string) =>
      definitions(`<process id="a"${first}><startEvent id="sa" /></process>
        <process id="b" isExecutable="true"><startEvent id="sb" /></process>`)
    expect((await parse(two(''))).id).toBe('b')
    expect((await parse(two(''), { processId: 'a' })).id).toBe('a')
    expect(await refusal(two(''), { processId: 'c' })).toMatchObject({ code: 'DIAGRAM_INVALID', elementId: 'c' })
  })

  it('reads the whole approval extension', async () => {
    const { elements } = await parse(
      process(`<userTask id="county"><extensionElements>
        <zhupi:people from="role" value="审核" unit="{{ 区域 }}" /><zhupi:people from="leader" levels="2" />
        <zhupi:round type="vote" threshold="0.6" by="share" />
        <zhupi:policies onReject="return" returnTo="s" nobody="named" named="deputy" self="skip" repeat="skipEver" />
        <zhupi:actions allow="approve reject return" />
        <zhupi:fields><zhupi:field key="*" access="read" /><zhupi:field key="企业类型" access="edit" /></zhupi:fields>
        <zhupi:opinion field="区县意见" required="true" signature="true" />
        <zhupi:due after="P5D" calendar="work" overdue="remind" />
      </extensionElements><multiInstanceLoopCharacteristics /></userTask>`),
    )
    expect(elements.county?.approval).toEqual({
      people: [
        { from: 'role', value: '审核', unit: '{{ 区域 }}' },
        { from: 'leader', value: 'initiator', levels: 2 },
      ],
      round: { type: 'vote', threshold: 0.6, by: 'share' },
      policies: {
        onReject: 'return',
        returnTo: 's',
        nobody: 'named',
        named: 'deputy',
        self: 'skip',
        repeat: 'skipEver',
      },
      actions: ['approve', 'reject', 'return'],
      outcomes: [],
      fields: { '*': 'read', 企业类型: 'edit' },
      opinion: { field: '区县意见', required: true, signature: true, seal: false },
      due: { after: 'P5D', calendar: 'work', overdue: 'remind' },
    })
  })
})

describe('what it refuses', () => {
  it.each([
    ['no XML', 'hello', 'DIAGRAM_INVALID'],
    ['another root', '<html />', 'DIAGRAM_INVALID'],
    ['an open tag', '<definitions', 'DIAGRAM_INVALID'],
    ['no process', definitions(''), 'DIAGRAM_INVALID'],
    ['no start event', definitions('<process id="p"><userTask id="u" /></process>'), 'DIAGRAM_INVALID'],
    ['a DOCTYPE', `<!DOCTYPE x [<!ENTITY a "b">]>${process('')}`, 'DIAGRAM_INVALID'],
    ['a DOCTYPE after a comment', `<!-- x --><!doctype x>${process('')}`, 'DIAGRAM_INVALID'],
    ['10 MB', `${process('')}${' '.repeat(10_000_000)}`, 'DIAGRAM_TOO_LARGE'],
    ['2 MB of Chinese', `${process('')}<!--${'朱'.repeat(MAX_BYTES / 2)}-->`, 'DIAGRAM_TOO_LARGE'],
    ['deep nesting', `${'<a>'.repeat(500_000)}`, 'DIAGRAM_TOO_LARGE'],
  ])('%s', async (_, xml, code) => expect(await refusal(xml)).toMatchObject({ code }))

  it.each([
    ['an id twice', '<task id="u" /><task id="u" />', 'DIAGRAM_INVALID', 'u'],
    ['an illegal id', '<task id="1 x" />', 'DIAGRAM_INVALID', '1 x'],
    ['an id that reaches into prototypes', '<task id="__proto__" />', 'DIAGRAM_INVALID', '__proto__'],
    ['a flow to nothing', '<sequenceFlow id="f" sourceRef="s" targetRef="x" />', 'REFERENCE_MISSING', 'f'],
    ['a flow without a target', '<sequenceFlow id="f" sourceRef="s" />', 'REFERENCE_MISSING', 'f'],
    ['a message that is not declared', '<receiveTask id="r" messageRef="m" />', 'REFERENCE_MISSING', 'r'],
    [
      'an error that is not declared',
      '<task id="t" /><boundaryEvent id="b" attachedToRef="t"><errorEventDefinition errorRef="e" /></boundaryEvent>',
      'REFERENCE_MISSING',
      'b',
    ],
    [
      'a boundary event without a host',
      '<boundaryEvent id="b"><errorEventDefinition /></boundaryEvent>',
      'REFERENCE_MISSING',
      'b',
    ],
    [
      'a boundary event on a gateway',
      '<parallelGateway id="g" /><boundaryEvent id="b" attachedToRef="g"><errorEventDefinition /></boundaryEvent>',
      'DIAGRAM_INVALID',
      'b',
    ],
    [
      'a loop that nothing carries out',
      '<serviceTask id="t"><multiInstanceLoopCharacteristics /></serviceTask>',
      'ELEMENT_UNSUPPORTED',
      't',
    ],
    [
      'a loop without an end',
      '<task id="t"><standardLoopCharacteristics testBefore="true" /></task>',
      'ELEMENT_UNSUPPORTED',
      't',
    ],
    [
      'a loop that is never run',
      '<task id="t"><standardLoopCharacteristics loopMaximum="0" /></task>',
      'ELEMENT_UNSUPPORTED',
      't',
    ],
    [
      'events of instances',
      '<task id="t"><multiInstanceLoopCharacteristics behavior="None"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></task>',
      'ELEMENT_UNSUPPORTED',
      't',
    ],
    [
      'an event sub-process that is repeated',
      '<subProcess id="e" triggeredByEvent="true"><startEvent id="i" /><standardLoopCharacteristics loopMaximum="2" /></subProcess>',
      'ELEMENT_UNSUPPORTED',
      'e',
    ],
    ['seats for nobody', '<userTask id="t"><multiInstanceLoopCharacteristics /></userTask>', 'APPROVAL_INVALID', 't'],
    ['a handler of compensation for nothing', '<task id="t" isForCompensation="true" />', 'DIAGRAM_INVALID', 't'],
    [
      'an event-based gateway before a task',
      `<eventBasedGateway id="g" /><task id="t" />${flow('g', 't')}`,
      'DIAGRAM_INVALID',
      'g',
    ],
    ['a complex gateway', '<complexGateway id="c" />', 'ELEMENT_UNSUPPORTED', 'c'],
    [
      'a sub-process without a start event',
      '<subProcess id="sub"><task id="t" /></subProcess>',
      'DIAGRAM_INVALID',
      'sub',
    ],
    [
      'a timer without a time',
      '<intermediateCatchEvent id="i"><timerEventDefinition /></intermediateCatchEvent>',
      'DIAGRAM_INVALID',
      'i',
    ],
    [
      'a default flow of another element',
      `<exclusiveGateway id="g" default="f" /><task id="t" /><sequenceFlow id="f" sourceRef="s" targetRef="t" />`,
      'DIAGRAM_INVALID',
      'g',
    ],
    [
      'a flow across the edge of a sub-process',
      '<subProcess id="sub"><startEvent id="i" /></subProcess><sequenceFlow id="f" sourceRef="s" targetRef="i" />',
      'DIAGRAM_INVALID',
      'f',
    ],
    ['a flow into a start event', `<task id="t" />${flow('t', 's')}`, 'DIAGRAM_INVALID', 's'],
    [
      'gateways in a circle',
      `<exclusiveGateway id="g" /><task id="t" />${flow('s', 'g')}${flow('g', 't')}${flow('t', 'g')}`,
      'ENDLESS_LOOP',
      'g',
    ],
  ])('%s', async (_, inside, code, elementId) =>
    expect(await refusal(process(inside))).toMatchObject({ code, elementId }),
  )

  it.each([
    ['an unknown source of people', '<zhupi:people from="friends" />', 'from'],
    ['a role without a name', '<zhupi:people from="role" />', 'value'],
    ['levels that are no number', '<zhupi:people from="leader" levels="many" />', 'levels'],
    ['a round that the marker does not show', '<zhupi:round type="all" />', 'type'],
    ['an unknown policy', '<zhupi:policies onReject="shout" />', 'onReject'],
    ['nobody named', '<zhupi:policies nobody="named" />', 'named'],
    ['an unknown action', '<zhupi:actions allow="approve dance" />', 'allow'],
    ['an unknown access', '<zhupi:fields><zhupi:field key="a" access="write" /></zhupi:fields>', 'access'],
    ['a due date that says nothing', '<zhupi:due />', 'after'],
    [
      'a share over one',
      '<zhupi:round type="vote" threshold="6" />',
      'threshold',
      '<multiInstanceLoopCharacteristics />',
    ],
    ['outcomes of many', '<zhupi:actions outcomes="x" />', 'outcomes', '<multiInstanceLoopCharacteristics />'],
  ])('%s', async (_, extension, attribute, marker = '') =>
    expect(
      await refusal(
        process(`<userTask id="u"><extensionElements>${extension}</extensionElements>${marker}</userTask>`),
      ),
    ).toMatchObject({ code: 'APPROVAL_INVALID', elementId: 'u', attribute }),
  )

  it('a target of returns that is not drawn', async () => {
    const xml = process(
      '<userTask id="u"><extensionElements><zhupi:policies returnTo="x" /></extensionElements></userTask>',
    )
    expect(await refusal(xml)).toMatchObject({ code: 'REFERENCE_MISSING', elementId: 'u', reference: 'x' })
  })
})
