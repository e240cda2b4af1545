import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { start } from '../../test/start.ts'
import { type Command, FlowError, fromOther, parse } from '../index.ts'

function fixture(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')
}

/** What is dropped, as `element attribute`. */
function lost({ dropped }: { dropped: { elementId: string; attribute: string }[] }): string[] {
  return dropped.map(({ elementId, attribute }) => `${elementId} ${attribute}`).sort()
}

const NAMESPACES = `xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t"`

/** One element between start and end, with a condition of Camunda 7 behind it. */
function oneOf(element: string, condition = ''): string {
  const expression = condition && `<conditionExpression xsi:type="tFormalExpression">${condition}</conditionExpression>`
  return `<definitions ${NAMESPACES}><process id="p" isExecutable="true"><startEvent id="start" camunda:initiator="starter" />
    ${element}<exclusiveGateway id="x" default="other" /><endEvent id="yes" /><endEvent id="no" />
    <sequenceFlow id="one" sourceRef="start" targetRef="a" /><sequenceFlow id="two" sourceRef="a" targetRef="x" />
    <sequenceFlow id="three" sourceRef="x" targetRef="yes">${expression}</sequenceFlow>
    <sequenceFlow id="other" sourceRef="x" targetRef="no" /></process></definitions>`
}

describe('a leave request of the Flowable designer', () => {
  it('becomes ours', async () => {
    const { from, xml, ...report } = await fromOther(fixture('flowable-leave.bpmn20.xml'))
    expect(from).toBe('flowable')
    expect(xml).not.toContain('flowable:')
    expect(lost(report)).toEqual([
      'apply formKey',
      'leave flowable:executionListener',
      'manager flowable:taskListener',
      'notify flowable:async',
    ])
    const { elements, sequenceFlows } = await parse(xml)
    expect(elements.manager?.approval?.people).toMatchObject([
      { from: 'role', value: 'ROLE2' },
      { from: 'role', value: 'DEPT5' },
    ])
    expect(elements.apply?.approval?.people).toMatchObject([{ from: 'initiator' }])
    expect(elements.board?.approval).toMatchObject({
      people: [{ from: 'feel', value: 'boardList' }],
      round: { type: 'vote', threshold: 0.6, by: 'share' },
    })
    expect(elements.notify?.service).toMatchObject({
      type: 'noticeDelegate',
      input: [{ name: 'text', value: '{{ reason }}' }],
    })
    expect(sequenceFlows['to-board']?.condition).toBe('days > 3 and approved = true')
  })

  it('runs', async () => {
    const definition = await parse((await fromOther(fixture('flowable-leave.bpmn20.xml'))).xml)
    const run = start(definition, { variables: { days: 5, boardList: ['u1', 'u2', 'u3'] } })
    run.complete('apply')
    run.complete('manager', 'approve', { variables: { approved: true } })
    expect(run.tasks()).toEqual(['board u1', 'board u2', 'board u3'])
    run.complete('board', 'approve', { by: 'u1' })
    run.complete('board', 'approve', { by: 'u2' })
    expect(run.waitingAt()).toEqual(['notify'])
    run.serve('notify')
    expect(run.status).toBe('completed')
  })
})

describe('an invoice of Camunda 7', () => {
  it('becomes ours, and says what is lost', async () => {
    const { from, xml, ...report } = await fromOther(fixture('camunda7-invoice.bpmn'))
    expect(from).toBe('camunda7')
    expect(xml).not.toContain('camunda:')
    expect(lost(report)).toEqual([
      'approve camunda:priority',
      'approve camunda:taskListener',
      'approve candidateGroups',
      'approve formRef',
      'archive camunda:asyncBefore',
      'archive expression',
      'invoice camunda:historyTimeToLive',
    ])
    const { elements, sequenceFlows } = await parse(xml)
    expect(elements.approve?.approval).toMatchObject({
      people: [{ from: 'user', value: 'demo' }],
      due: { after: 'P7D' },
      policies: { onReject: 'continue' },
    })
    expect(elements.archive?.service).toMatchObject({
      type: 'archiveService.store',
      retries: 5,
      output: [{ name: 'archiveId', value: '{{ result }}' }],
    })
    expect(elements.pay?.service).toMatchObject({ type: 'payment', input: [{ name: 'sum', value: '{{ amount }}' }] })
    expect(sequenceFlows.big?.condition).toBe('amount > 1000 or invoice.vip = true')
    expect(elements.wait?.event).toEqual({ kind: 'timer', timer: { duration: '{{ waiting }}' } })
  })
})

describe('an order of Camunda 8', () => {
  it('becomes ours', async () => {
    const { from, xml, ...report } = await fromOther(fixture('camunda8-order.bpmn'))
    expect(from).toBe('camunda8')
    expect(xml).not.toContain('zeebe:')
    expect(lost(report)).toEqual(['check formId', 'check zeebe:userTask', 'order zeebe:versionTag', 'ship output eta'])
    const { elements, sequenceFlows } = await parse(xml)
    expect(elements.check?.approval?.people).toMatchObject([
      { from: 'feel', value: 'order.clerk' },
      { from: 'role', value: 'sales' },
      { from: 'role', value: 'back office' },
    ])
    expect(elements.ship?.service).toMatchObject({
      type: 'ship-parcel',
      retries: 4,
      input: [
        { name: 'address', value: '{{ order.address }}' },
        { name: 'method', value: 'POST' },
      ],
      output: [{ name: 'parcel', value: '{{ result.response.id }}' }],
    })
    expect(elements.paid?.event).toEqual({ kind: 'message', name: 'paid', correlationKey: '{{ order.id }}' })
    expect(elements.sum?.script).toEqual({ expression: 'sum(order.items.price)', result: 'total' })
    expect(sequenceFlows.large?.condition).toBe('total > 100')
  })
})

it('leaves a diagram of ours alone, to the letter', async () => {
  const xml = readFileSync(new URL('../engine/round/rounds.bpmn', import.meta.url), 'utf8')
  expect(await fromOther(xml)).toEqual({ xml, from: 'bpmn', changes: [], dropped: [] })
})

it.each(['flowable-leave.bpmn20.xml', 'camunda7-invoice.bpmn', 'camunda8-order.bpmn'])(
  'has nothing more to do after the first time: %s',
  async (name) => {
    const { xml } = await fromOther(fixture(name))
    expect(await fromOther(xml)).toEqual({ xml, from: 'bpmn', changes: [], dropped: [] })
  },
)

it('refuses a diagram whose conditions it cannot translate, and lists them', async () => {
  const xml = oneOf('<userTask id="a" camunda:assignee="demo" />', '${rules.check(execution)}')
  const error = await fromOther(xml).catch((error) => error)
  expect(error).toBeInstanceOf(FlowError)
  expect(error.code).toBe('EXPRESSION_UNTRANSLATABLE')
  expect(error.details.dropped).toEqual([
    {
      elementId: 'three',
      attribute: 'conditionExpression',
      text: '${rules.check(execution)}',
      why: { zh: expect.stringContaining('check'), en: expect.stringContaining('check') },
    },
  ])
})

it.each(['${a} and ${b}', '${ }', '${a + }', '${ "x" }}'])(
  'refuses %s rather than take a wrong branch',
  async (condition) => {
    await expect(fromOther(oneOf('<task id="a" />', condition))).rejects.toThrow(FlowError)
  },
)

it('finds nobody, rather than anybody, where only code knows who acts', async () => {
  const { xml, dropped } = await fromOther(oneOf('<userTask id="a" camunda:assignee="${users.find(execution)}" />'))
  expect(dropped).toMatchObject([{ elementId: 'a', attribute: 'assignee', text: '${users.find(execution)}' }])
  const definition = await parse(xml)
  expect(() => start(definition)).toThrow('finds nobody')
})

it('calls the starter initiator, wherever the variable is read', async () => {
  const { xml } = await fromOther(oneOf('<userTask id="a" camunda:assignee="${starter}" />', "${starter == 'chief'}"))
  const { elements, sequenceFlows } = await parse(xml)
  expect(elements.a?.approval?.people).toMatchObject([{ from: 'initiator' }])
  expect(sequenceFlows.three?.condition).toBe('initiator = "chief"')
})

const rounds: [string, string, object][] = [
  ['', '', { type: 'all' }],
  ['', '${nrOfCompletedInstances == nrOfInstances}', { type: 'all' }],
  ['', '${nrOfCompletedInstances &gt;= 1}', { type: 'any' }],
  ['', '${nrOfCompletedInstances/nrOfInstances &gt;= 0.5}', { type: 'vote', threshold: 0.5, by: 'share' }],
  ['', '${nrOfCompletedInstances &gt;= 3}', { type: 'vote', threshold: 3, by: 'count' }],
  ['isSequential="true"', '', { type: 'sequential' }],
]
it.each(rounds)('reads a round from multi-instance: %s %s', async (attributes, condition, round) => {
  const until = condition && `<completionCondition>${condition}</completionCondition>`
  const { xml } = await fromOther(
    oneOf(
      `<userTask id="a" camunda:assignee="\${person}"><multiInstanceLoopCharacteristics ${attributes} camunda:collection="\${people}" camunda:elementVariable="person">${until}</multiInstanceLoopCharacteristics></userTask>`,
    ),
  )
  expect((await parse(xml)).elements.a?.approval).toMatchObject({ people: [{ from: 'feel', value: 'people' }], round })
})

it('keeps a repetition that is no round, with its collection, name and condition', async () => {
  const { xml } = await fromOther(
    oneOf(
      `<userTask id="a" camunda:assignee="demo"><multiInstanceLoopCharacteristics camunda:collection="rows" camunda:elementVariable="row"><completionCondition>\${row.done}</completionCondition></multiInstanceLoopCharacteristics></userTask>`,
    ),
  )
  expect(xml).toContain('zhupi:collection="{{ rows }}" zhupi:elementVariable="row"')
  expect(xml).toContain('row.done = true</bpmn:completionCondition>'.replace('bpmn:', ''))
})

it('hands variables in and out of a call activity by name', async () => {
  const call = `<callActivity id="a" calledElement="sub"><extensionElements>
    <camunda:in source="days" target="n" /><camunda:in sourceExpression="\${days * 2}" target="twice" />
    <camunda:in businessKey="#{execution.processBusinessKey}" /><camunda:out source="result" target="total" />
    </extensionElements></callActivity>`
  const { xml, dropped } = await fromOther(oneOf(call))
  expect(xml).toContain('<zhupi:in source="days" target="n" />')
  expect(xml).toContain('<zhupi:out source="result" target="total" />')
  expect(xml).toMatch(/<zhupi:in source="\{\{ .*days.* \* 2 \}\}" target="twice" \/>/)
  expect(dropped).toMatchObject([{ elementId: 'a', attribute: 'camunda:in' }])
})

describe('what a call passes without naming it', () => {
  const called = (attributes: string, extensions: string) =>
    oneOf(
      `<callActivity id="a" calledElement="sub" ${attributes}><extensionElements>${extensions}</extensionElements></callActivity>`,
    )
  const camunda8 = (extensions: string) =>
    called('', extensions).replace('http://camunda.org/schema/1.0/bpmn', 'http://camunda.org/schema/zeebe/1.0')
  const ALL = 'all="true"'

  it.each([
    ['everything both ways', called('', '<camunda:in variables="all" /><camunda:out variables="all" />'), []],
    ['everything in', called('', '<camunda:in variables="all" />'), [`in ${ALL}`]],
    [
      'everything and more',
      called('camunda:inheritVariables="true"', '<camunda:in source="x" target="y" />'),
      [`in ${ALL}`, 'in source="x" target="y"'],
    ],
    ['nothing', called('', ''), ['call isolated="true"']],
    ['nothing, but an output', called('', '<camunda:out source="x" target="y" />'), ['out source="x" target="y"']],
    ['in Camunda 8 everything', camunda8('<camunda:calledElement processId="sub" />'), []],
    [
      'in Camunda 8 everything in, and outputs',
      camunda8(
        '<camunda:calledElement processId="sub" /><camunda:ioMapping><camunda:output source="=x" target="y" /></camunda:ioMapping>',
      ),
      [`in ${ALL}`, 'out source="x" target="y"'],
    ],
    [
      'in Camunda 8 nothing',
      camunda8(
        '<camunda:calledElement processId="sub" propagateAllParentVariables="false" propagateAllChildVariables="false" />',
      ),
      ['call isolated="true"'],
    ],
  ])('%s', async (_, diagram, expected) => {
    const { xml, dropped } = await fromOther(diagram)
    const found = [...xml.matchAll(/<zhupi:((?:in|out|call) [^>]*?) ?\/?>/g)].map(([, text]) => text)
    expect(found).toEqual(expected)
    expect(dropped).toEqual([])
    await expect(parse(xml)).resolves.toBeDefined()
  })
})

it.each([
  ['a group', 'potentialOwner', 'accountancy', ['role accountancy']],
  [
    'users and groups',
    'potentialOwner',
    'user(kermit), group(management), clerks',
    ['user kermit', 'role management', 'role clerks'],
  ],
  ['an expression', 'potentialOwner', 'user(${owner})', ['feel owner']],
  ['the assignee', 'humanPerformer', 'kermit', ['user kermit']],
])('reads the people of a task in the words of BPMN: %s', async (_, tag, text, expected) => {
  const owner = `<${tag}><resourceAssignmentExpression><formalExpression>${text}</formalExpression></resourceAssignmentExpression></${tag}>`
  const { xml, changes } = await fromOther(oneOf(`<userTask id="a">${owner}</userTask>`))
  const found = [...xml.matchAll(/<zhupi:people from="(\w+)" value="([^"]*)"/g)].map(
    ([, from, value]) => `${from} ${value}`,
  )
  expect(found.toSorted()).toEqual(expected.toSorted())
  expect(xml).not.toContain(tag)
  expect(changes.filter(({ elementId }) => elementId === 'a').length).toBeGreaterThan(0)
  await expect(parse(xml)).resolves.toBeDefined()
})

it('puts an expression among words into the name of a person', async () => {
  const { xml, dropped } = await fromOther(oneOf('<userTask id="a" camunda:assignee="office-${district}" />'))
  expect(xml).toContain('from="user" value="office-{{ district }}"')
  expect(dropped).toEqual([])
})

it('names the decision of a business-rule task', async () => {
  const task =
    '<businessRuleTask id="a" camunda:decisionRef="level" camunda:resultVariable="level" camunda:mapDecisionResult="singleEntry" />'
  const { xml, dropped } = await fromOther(oneOf(task))
  expect(xml).toContain('<zhupi:decision ref="level" result="level" />')
  expect(dropped).toMatchObject([{ attribute: 'mapDecisionResult', text: 'singleEntry' }])
})

it('leaves a script in another language for parse to refuse, and says so', async () => {
  const { xml, dropped } = await fromOther(
    oneOf('<scriptTask id="a" scriptFormat="groovy"><script>x = 1</script></scriptTask>'),
  )
  expect(dropped).toMatchObject([{ elementId: 'a', attribute: 'scriptFormat' }])
  await expect(parse(xml)).rejects.toThrow('not executable')
})

it('translates expressions of plain BPMN as well', async () => {
  const xml = oneOf('<userTask id="a" />', '${days > 3}'.replace('>', '&gt;')).replace(
    / xmlns:camunda="[^"]*"| camunda:\w+="[^"]*"/g,
    '',
  )
  const translated = await fromOther(xml)
  expect(translated).toMatchObject({
    from: 'bpmn',
    changes: [{ elementId: 'three', from: '${days > 3}', to: 'days > 3' }],
  })
})

it('refuses what is dangerous or no BPMN', async () => {
  for (const xml of ['', '<a>', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '<definitions/>']) {
    await expect(fromOther(xml)).rejects.toThrow(FlowError)
  }
})

it('plays a command of the kind that hosts send', async () => {
  const { xml } = await fromOther(oneOf('<userTask id="a" camunda:assignee="demo" />', '${ok}'))
  const run = start(await parse(xml))
  const command: Command = {
    type: 'complete',
    taskId: run.task('a'),
    by: 'demo',
    decision: 'reject',
    variables: { ok: true },
  }
  run.send(command)
  expect(run.status).toBe('completed')
  expect(run.events.some((event) => event.type === 'ElementEntered' && event.elementId === 'yes')).toBe(true)
})

describe('what moddle would leave out', () => {
  it.each([
    [
      'a flow with an illegal id',
      '<task id="a" /><sequenceFlow id="1" sourceRef="a" targetRef="x" />',
      'DIAGRAM_INVALID',
      '1',
    ],
    ['a second element of an id', '<task id="a" /><task id="a" />', 'DIAGRAM_INVALID', 'a'],
    ['a receiver of nothing', '<receiveTask id="a" messageRef="none" />', 'REFERENCE_MISSING', 'a'],
  ])('is refused: %s', async (_, element, code, elementId) => {
    const refusal = await fromOther(oneOf(element)).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code, details: { elementId } })
  })

  it('is kept: a collection that is not drawn', async () => {
    const marker =
      '<multiInstanceLoopCharacteristics><loopDataInputRef>reports</loopDataInputRef><inputDataItem id="report" /></multiInstanceLoopCharacteristics>'
    const { xml } = await fromOther(oneOf(`<task id="a">${marker}</task>`))
    expect((await parse(xml)).elements.a?.loop).toMatchObject({ collection: 'reports', item: 'report' })
  })

  it('is kept: a name with a prefix', async () => {
    const diagram = oneOf('<receiveTask id="a" messageRef="tns:paid" />').replace(
      '<process',
      '<message id="paid" name="Paid" /><process',
    )
    expect((await parse((await fromOther(diagram)).xml)).elements.a?.event).toMatchObject({ name: 'Paid' })
  })
})
