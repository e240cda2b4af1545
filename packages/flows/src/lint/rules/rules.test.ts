import { evaluate, parseExpression } from 'feelin'
import { expect, it } from 'vitest'
import { type LintOptions, lint } from '../../index.ts'

/** A process with these elements; `a>b` draws a flow, `a>b: FEEL` one with a condition. */
function drawn(elements: string, ...flows: string[]): string {
  const sequence = flows.map((text) => {
    const [, source = '', target = '', condition] = /^([\w-]+)>([\w-]+)(?:: (.*))?$/.exec(text) ?? []
    const inside = condition ? `<conditionExpression><![CDATA[${condition}]]></conditionExpression>` : ''
    return `<sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}">${inside}</sequenceFlow>`
  })
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhupi="urn:zhupi:bpmn:1" targetNamespace="t">
    <message id="result" name="result" /><message id="unnamed" />
    <process id="p" isExecutable="true">${elements}${sequence.join('')}</process></definitions>`
}

const step = (id: string, inside = '') =>
  `<userTask id="${id}"><extensionElements><zhupi:people from="role" value="r" />${inside}</extensionElements></userTask>`
const START = '<startEvent id="start" />'
const END = '<endEvent id="end" />'
const OTHER_END = '<endEvent id="other" />'

/** What lint says, as `rule elementId severity`. */
async function said(xml: string, options?: LintOptions): Promise<string[]> {
  const issues = await lint(xml, options)
  for (const { message, help } of issues) {
    expect([message.zh, message.en, help.zh, help.en].every((text) => text.length > 3)).toBe(true)
    expect(/[一-鿿]/.test(message.zh + help.zh)).toBe(true)
  }
  return issues.map(({ rule, elementId, severity }) => `${rule} ${elementId} ${severity}`)
}

/** One step between start and end, with what is inside its extension. */
function oneStep(inside: string, options?: LintOptions): Promise<string[]> {
  return said(drawn(START + step('a', inside) + END, 'start>a', 'a>end'), options)
}

it('says nothing about a step with people', async () => {
  expect(await oneStep('')).toEqual([])
})

it('misses the people of a step', async () => {
  const xml = drawn(`${START}<userTask id="a" />${END}`, 'start>a', 'a>end')
  expect(await said(xml)).toEqual(['no-people a warning'])
})

it('misses the lane of a step that asks the people of its lane', async () => {
  const byLane = (value = '') =>
    `<userTask id="a"><extensionElements><zhupi:people from="lane"${value} /></extensionElements></userTask>`
  const lanes = '<laneSet id="l"><lane id="l1" name="区县"><flowNodeRef>a</flowNodeRef></lane></laneSet>'
  const flows = ['start>a', 'a>end'] as const
  expect(await said(drawn(START + byLane() + END, ...flows))).toEqual(['no-people a warning'])
  expect(await said(drawn(lanes + START + byLane() + END, ...flows))).toEqual([])
  expect(await said(drawn(START + byLane(' value="市人社局"') + END, ...flows))).toEqual([])
})

it('finds what nothing leads to, once a lost line', async () => {
  const xml = drawn(START + step('a') + step('b') + step('c') + END, 'start>a', 'a>end', 'b>c', 'c>end')
  expect(await said(xml)).toEqual(['unreachable b warning'])
})

it('finds a circle that is never left', async () => {
  const waiting = '<userTask id="b" />'
  const xml = drawn(`${START}<userTask id="a" />${waiting}${END}`, 'start>a', 'a>b', 'b>a')
  expect(await said(xml)).toContain('no-way-to-end a error')
  expect(await said(drawn(START + step('a') + step('b') + END, 'start>a', 'a>b', 'b>a'))).not.toContain(
    'no-way-to-end a error',
  )
})

it('finds a circle in which nothing waits', async () => {
  const gateways = '<exclusiveGateway id="x" default="x-y" /><exclusiveGateway id="y" default="y-end" />'
  const xml = drawn(START + gateways + END, 'start>x', 'x>y', 'y>x: again', 'y>end')
  expect((await said(xml)).filter((line) => line.includes('error'))).toEqual(['endless-loop x error'])
})

it('finds a parallel join behind an exclusive split', async () => {
  const gateways = '<exclusiveGateway id="x" default="x-b" /><parallelGateway id="j" />'
  const xml = drawn(
    START + gateways + step('a') + step('b') + END,
    'start>x',
    'x>a: days > 3',
    'x>b',
    'a>j',
    'b>j',
    'j>end',
  )
  expect(await said(xml)).toEqual(['deadlock j error'])
})

it('keeps silent about a join that a loop may fill', async () => {
  const gateways = '<exclusiveGateway id="x" default="x-b" /><parallelGateway id="s" /><parallelGateway id="j" />'
  const xml = drawn(
    START + gateways + step('a') + step('b') + END,
    'start>s',
    's>x',
    's>a',
    'x>b: days > 3',
    'x>j',
    'a>x',
    'b>j',
    'j>end',
  )
  expect((await said(xml)).filter((line) => line.startsWith('deadlock'))).toEqual([])
})

it('finds parallel branches that meet without being joined', async () => {
  const gateways = '<parallelGateway id="s" /><exclusiveGateway id="m" />'
  const xml = drawn(
    START + gateways + step('a') + step('b') + step('c') + END,
    'start>s',
    's>a',
    's>b',
    'a>m',
    'b>m',
    'm>c',
    'c>end',
  )
  expect(await said(xml)).toEqual(['runs-twice m warning'])
})

it('lets a race to a terminating end be', async () => {
  const ends = '<parallelGateway id="s" /><endEvent id="t"><terminateEventDefinition /></endEvent>'
  const xml = drawn(START + ends + step('a') + step('b'), 'start>s', 's>a', 's>b', 'a>t', 'b>t')
  expect(await said(xml)).toEqual([])
})

/** An exclusive split of these conditions; `else` is the default. */
function split(...conditions: string[]): Promise<string[]> {
  const hasDefault = conditions.includes('else')
  const gateway = `<exclusiveGateway id="x"${hasDefault ? ` default="x-e${conditions.indexOf('else')}"` : ''} />`
  const ends = conditions.map((_, index) => `<endEvent id="e${index}" />`).join('')
  const flows = conditions.map((condition, index) => `x>e${index}${condition === 'else' ? '' : `: ${condition}`}`)
  return said(drawn(START + gateway + step('a') + ends, 'start>a', 'a>x', ...flows))
}

it('proves that a value has no branch', async () => {
  expect(await split('days < 3', 'days > 3')).toContain('branches x warning')
  expect(await split('level = "A"', 'level = "B"')).toContain('branches x warning')
  expect(await split('decisions.a = "approve"', 'decisions.a = "reject"')).toContain('branches x-e1 warning')
})

it('says nothing about branches that share every value out', async () => {
  const quiet = async (...conditions: string[]) =>
    (await split(...conditions)).filter((line) => line.startsWith('branches'))
  expect(await quiet('days < 3', 'days >= 3')).toEqual([])
  expect(await quiet('days <= 3', 'days >= 4')).toEqual([])
  expect(await quiet('days in [1..5]', 'not(days in [1..5])')).toEqual([])
  expect(await quiet('urgent = true', 'urgent = false')).toEqual([])
  expect(await quiet('level = "A"', 'level in ("B", "C")', 'else')).toEqual([])
  expect(await quiet('days > 3 and unit = "x"', 'other(days)')).toEqual([])
})

it('proves that two branches share a value, and that one is never taken', async () => {
  expect(await split('days > 3', 'days > 5', 'else')).toEqual(['branches x-e1 warning', 'branches x-e1 info'])
  expect(await split('days > 3', 'days < 5', 'else')).toEqual(['branches x-e1 info'])
})

it('finds a branch without a condition beside others, and conditions that nobody asks', async () => {
  const gateways = '<exclusiveGateway id="x" /><parallelGateway id="s" /><parallelGateway id="j" />'
  const xml = drawn(
    START + gateways + step('a') + step('b') + END,
    'start>x',
    'x>a',
    'x>s: days > 3',
    's>b: days > 4',
    's>j',
    'b>j',
    'j>end',
    'a>end',
  )
  expect(await said(xml)).toEqual(['unconditional-branch x-a warning', 'idle-condition s-b warning'])
})

const NAMES: LintOptions = {
  names: ['天数', '明细', '明细.金额'],
  namesOf: (text) => [...text.matchAll(/[\p{L}_][\p{L}\p{N}_.]*/gu)].map(([name]) => name),
}

function asked(condition: string, before = step('a')): Promise<string[]> {
  const xml = drawn(
    `${START}${before}<exclusiveGateway id="x" default="x-other" />${END}<endEvent id="other" />`,
    'start>a',
    'a>x',
    `x>end: ${condition}`,
    'x>other',
  )
  return said(xml, NAMES)
}

it('knows the names of form, diagram and engine, and no others', async () => {
  expect(await asked('天数 > 3')).toEqual([])
  expect(await asked('days > 3')).toEqual(['unknown-name x-end error'])
  expect(await asked('decisions.a = 1')).toEqual([])
  expect(await asked('decisions.b = 1')).toEqual(['unknown-name x-end error'])
  const script =
    '<scriptTask id="a"><extensionElements><zhupi:script result="total" /></extensionElements><script>天数</script></scriptTask>'
  expect(await asked('total > 3', script)).toEqual([])
})

it('lets names be that a message may bring', async () => {
  expect(await asked('passed = 1', '<receiveTask id="a" messageRef="result" />')).toEqual([])
})

it('finds expressions that are no FEEL', async () => {
  const faultOf = (text: string) => {
    let fault: string | undefined
    parseExpression(text, {}, undefined).iterate({
      enter: ({ type }) => {
        if (type.isError) fault = 'syntax'
      },
    })
    return fault
  }
  expect(evaluate('1 + 1').value).toBe(2)
  const due = '<zhupi:due after="{{ days + }}" overdue="remind" />'
  expect(await oneStep(due, { faultOf })).toEqual(['expression-syntax a error'])
})

it('holds fields and opinions against the form', async () => {
  const fields =
    '<zhupi:fields><zhupi:field key="*" access="read" /><zhupi:field key="电话" access="edit" /></zhupi:fields>'
  expect(await oneStep(fields, { fields: ['姓名'] })).toEqual(['field-missing a error'])
  expect(await oneStep(fields, { fields: ['电话'] })).toEqual([])
  expect(await oneStep('<zhupi:opinion field="意见" />', { opinionFields: ['领导意见'] })).toEqual([
    'not-an-opinion a error',
  ])
  expect(await oneStep('<zhupi:opinion required="true" />')).toEqual(['opinion-without-field a info'])
})

it('holds services against what the host does', async () => {
  const service = (type: string) =>
    drawn(
      `${START}<serviceTask id="a"><extensionElements><zhupi:service type="${type}" /></extensionElements></serviceTask>${END}`,
      'start>a',
      'a>end',
    )
  expect(await said(service('card.isue'), { services: ['card.issue'] })).toEqual(['service-unknown a error'])
  expect(await said(service('card.isue'))).toEqual([])
  expect(await said(service(''))).toEqual(['service-unknown a warning'])
})

it('reads deadlines, thresholds and timers', async () => {
  expect(await oneStep('<zhupi:due after="3 days" overdue="remind" />')).toEqual(['due a error'])
  expect(await oneStep('<zhupi:due after="P3D" />')).toEqual(['due a info'])
  expect(await oneStep('<zhupi:due after="P3D" overdue="transfer" />')).toEqual([])
  const vote = (threshold: string) =>
    said(
      drawn(
        `${START}<userTask id="a"><extensionElements><zhupi:people from="user" value="u" /><zhupi:round type="vote" by="count" threshold="${threshold}" /></extensionElements><multiInstanceLoopCharacteristics /></userTask>${END}`,
        'start>a',
        'a>end',
      ),
    )
  expect(await vote('1')).toEqual([])
  expect(await vote('2')).toEqual(['vote-threshold a error'])
  expect(await vote('0')).toEqual(['vote-threshold a warning'])
  expect(await vote('-1')).toEqual(['vote-threshold a error'])
  const timer = (text: string) =>
    said(
      drawn(
        `${START}<intermediateCatchEvent id="a"><timerEventDefinition><timeDuration>${text}</timeDuration></timerEventDefinition></intermediateCatchEvent>${END}`,
        'start>a',
        'a>end',
      ),
    )
  expect(await timer('PT1H')).toEqual([])
  expect(await timer('{{ wait }}')).toEqual([])
  expect(await timer('1 hour')).toEqual(['timer-text a error'])
})

it('finds messages without a name', async () => {
  const xml = drawn(`${START}<receiveTask id="a" messageRef="unnamed" />${END}`, 'start>a', 'a>end')
  expect(await said(xml)).toEqual(['message-name a warning'])
})

it('finds a step that may return where nobody was before', async () => {
  const timed =
    '<startEvent id="start"><timerEventDefinition><timeCycle>R/P1D</timeCycle></timerEventDefinition></startEvent>'
  const may = '<zhupi:actions allow="approve return" />'
  expect(await said(drawn(timed + step('a', may) + END, 'start>a', 'a>end'))).toEqual(['return-nowhere a warning'])
  expect(await oneStep(may)).toEqual([])
})

it('finds an event-based gateway before what is no event', async () => {
  const xml = drawn(`${START}<eventBasedGateway id="g" />${step('a')}${END}`, 'start>g', 'g>a', 'a>end')
  expect(await said(xml)).toEqual(['event-gateway-targets g-a error', 'superfluous-gateway g info'].sort().reverse())
})

it('speaks for the rules of bpmnlint', async () => {
  const twoStarts = drawn(`${START}<startEvent id="again" />${step('a')}${END}`, 'start>a', 'again>a', 'a>end')
  expect(await said(twoStarts)).toEqual(['single-blank-start-event p warning'])
  const implicit = drawn(START + step('a') + END + OTHER_END, 'start>a', 'a>end', 'a>other')
  expect(await said(implicit)).toEqual(['no-implicit-split a warning'])
})

it('says what cannot run, and of a file that is none', async () => {
  expect(await said(drawn(`${START}<complexGateway id="g" />${END}`, 'start>g', 'g>end'))).toContain(
    'cannot-run g error',
  )
  expect(await said('<html>')).toEqual(['cannot-run  error'])
  expect(await said('<!DOCTYPE a>')).toEqual(['cannot-run  error'])
})
