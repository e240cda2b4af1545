import { describe, expect, it } from 'vitest'
import { refused, start } from '../../test/start.ts'
import { activationsOf, type Command, FlowError, type FlowErrorCode, link, parseAll, type Variables } from '../index.ts'

/** Diagrams and data that ask for more than a case may need: refused with a code, or done within bounds. */

const NS = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhupi="urn:zhupi:bpmn:1"'
const flow = (source: string, target: string) => `<sequenceFlow sourceRef="${source}" targetRef="${target}" />`
const line = (...ids: string[]) =>
  ids
    .slice(1)
    .map((id, index) => flow(ids[index] ?? '', id))
    .join('')
const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join('')
const main = (inside: string) => `<process id="p" isExecutable="true"><startEvent id="s" />${inside}</process>`

async function run(processes: string, variables: Variables = {}) {
  const [first, ...others] = await parseAll(`<definitions ${NS}>${processes}</definitions>`)
  if (!first) throw new Error('no process')
  return start(link(first, { processes: [first, ...others] }), { variables })
}

/** `runs`: it comes to rest, with a state of at most this many visits. */
async function outcome(processes: string, variables?: Variables): Promise<string> {
  try {
    const { state } = await run(processes, variables)
    expect(activationsOf(state).length).toBeLessThan(5_000)
    expect(Object.keys(Object.prototype)).toEqual([])
    return 'runs'
  } catch (error) {
    if (error instanceof FlowError) return error.code
    throw error
  }
}

const cardinality = (text: string) =>
  `<multiInstanceLoopCharacteristics><loopCardinality>${text}</loopCardinality></multiInstanceLoopCharacteristics>`
const repeated = (count: string, inside: string, id = 't') =>
  `<subProcess id="${id}">${cardinality(count)}<startEvent id="${id}s" />${inside}</subProcess>`
const script = (id: string, text: string) =>
  `<scriptTask id="${id}"><extensionElements><zhupi:script result="n" /></extensionElements><script>${text}</script></scriptTask>`
const caller = (id: string, called: string, inside = '') =>
  `<process id="${id}" isExecutable="${id === 'p'}"><startEvent id="${id}s" />${inside}<callActivity id="${id}c" calledElement="${called}" />${flow(`${id}s`, `${id}c`)}</process>`
const timer = (kind: string, text: string) =>
  main(
    `<intermediateCatchEvent id="t"><timerEventDefinition><${kind}>${text}</${kind}></timerEventDefinition></intermediateCatchEvent>${flow('s', 't')}`,
  )
const beside = (start: string, inside: string) =>
  `<subProcess id="e" triggeredByEvent="true"><startEvent id="es" isInterrupting="false">${start}</startEvent>${inside}</subProcess>`

const many = Array.from({ length: 1_001 }, (_, index) => index)

type Outcome = FlowErrorCode | 'runs'
type Case = readonly [name: string, processes: string, outcome: Outcome, variables?: Variables]
const CASES: Record<string, readonly Case[]> = {
  'counts of instances': [
    ...['1000000000', '1001', '-1', '0.5', '"two"', 'null', '1/0'].map(
      (count) =>
        [
          `a cardinality of ${count}`,
          main(`<receiveTask id="t">${cardinality(count)}</receiveTask>${flow('s', 't')}`),
          'LOOP_INVALID',
        ] as const,
    ),
    [
      'a cardinality of a thousand',
      main(`<receiveTask id="t">${cardinality('1000')}</receiveTask>${flow('s', 't')}`),
      'runs',
    ],
    [
      'a collection of more than a thousand',
      main(
        `<receiveTask id="t"><multiInstanceLoopCharacteristics zhupi:collection="{{ many }}" /></receiveTask>${flow('s', 't')}`,
      ),
      'LOOP_INVALID',
      { many },
    ],
    [
      'a collection that is a text',
      main(
        `<receiveTask id="t"><multiInstanceLoopCharacteristics zhupi:collection="{{ many }}" /></receiveTask>${flow('s', 't')}`,
      ),
      'LOOP_INVALID',
      { many: 'x'.repeat(5_000) },
    ],
    [
      'a thousand times a thousand',
      main(repeated('1000', `${repeated('1000', '', 'u')}${flow('ts', 'u')}`) + flow('s', 't')),
      'ENDLESS_LOOP',
    ],
    [
      'a hundred of a hundred of a hundred',
      main(
        repeated('100', `${repeated('100', `${repeated('100', '', 'v')}${flow('us', 'v')}`, 'u')}${flow('ts', 'u')}`) +
          flow('s', 't'),
      ),
      'ENDLESS_LOOP',
    ],
  ],
  'circles without a wait': [
    ['gateways', main(`<exclusiveGateway id="x" /><task id="t" />${line('s', 'x', 't', 'x')}`), 'ENDLESS_LOOP'],
    [
      'a script that never comes to an end',
      main(`${script('t', 'n + 1')}<exclusiveGateway id="x" />${line('s', 't', 'x', 't')}`),
      'ENDLESS_LOOP',
      { n: 0 },
    ],
    [
      'two scripts in a circle',
      main(`${script('a', '1')}${script('b', '2')}<exclusiveGateway id="x" />${line('s', 'x', 'a', 'b', 'x')}`),
      'ENDLESS_LOOP',
    ],
    [
      'a sub-process in a circle',
      main(
        `<subProcess id="t"><startEvent id="i" /></subProcess><exclusiveGateway id="x" />${line('s', 'x', 't', 'x')}`,
      ),
      'ENDLESS_LOOP',
    ],
    [
      'tokens that double each time',
      main(
        `<exclusiveGateway id="x" /><parallelGateway id="g" />${script('a', '1')}${script('b', '1')}${line('s', 'x', 'g', 'a', 'x')}${line('g', 'b', 'x')}`,
      ),
      'ENDLESS_LOOP',
    ],
    [
      'a link to before itself',
      main(
        `<intermediateCatchEvent id="c"><linkEventDefinition name="l" /></intermediateCatchEvent>${script('t', '1')}<exclusiveGateway id="x" /><intermediateThrowEvent id="d"><linkEventDefinition name="l" /></intermediateThrowEvent>${line('c', 'x', 't', 'd')}${flow('s', 'x')}`,
      ),
      'ENDLESS_LOOP',
    ],
    [
      'a standard loop without an end',
      main(
        `<task id="t"><standardLoopCharacteristics><loopCondition>true</loopCondition></standardLoopCharacteristics></task>${flow('s', 't')}`,
      ),
      'ENDLESS_LOOP',
    ],
    [
      'a standard loop of a thousand million',
      main(
        `<task id="t"><standardLoopCharacteristics loopMaximum="1000000000"><loopCondition>true</loopCondition></standardLoopCharacteristics></task>${flow('s', 't')}`,
      ),
      'ENDLESS_LOOP',
    ],
    [
      'an error that its own handler throws',
      main(
        `<subProcess id="t"><startEvent id="i" /><endEvent id="f"><errorEventDefinition /></endEvent>${flow('i', 'f')}</subProcess><boundaryEvent id="b" attachedToRef="t"><errorEventDefinition /></boundaryEvent><exclusiveGateway id="x" />${line('s', 'x', 't')}${flow('b', 'x')}`,
      ),
      'ENDLESS_LOOP',
    ],
  ],
  'events that cause themselves': [
    [
      'a signal',
      `<signal id="g" name="g" />${main(`<intermediateThrowEvent id="t"><signalEventDefinition signalRef="g" /></intermediateThrowEvent>${flow('s', 't')}<receiveTask id="w" />${flow('t', 'w')}${beside('<signalEventDefinition signalRef="g" />', `<endEvent id="f"><signalEventDefinition signalRef="g" /></endEvent>${flow('es', 'f')}`)}`)}`,
      'ENDLESS_LOOP',
    ],
    [
      'an escalation, which goes out of the scope of what throws it',
      `<escalation id="g" escalationCode="g" />${main(`<intermediateThrowEvent id="t"><escalationEventDefinition escalationRef="g" /></intermediateThrowEvent><receiveTask id="w" />${line('s', 't', 'w')}${beside('<escalationEventDefinition escalationRef="g" />', `<endEvent id="f"><escalationEventDefinition escalationRef="g" /></endEvent>${flow('es', 'f')}`)}`)}`,
      'runs',
    ],
    [
      'a condition over what it sets',
      main(
        `<receiveTask id="w" />${flow('s', 'w')}${beside('<conditionalEventDefinition><condition>n >= 0</condition></conditionalEventDefinition>', `${script('t', 'n + 1')}${flow('es', 't')}`)}`,
      ),
      'runs',
      { n: 0 },
    ],
    [
      'two conditions that set each other on',
      main(
        `<receiveTask id="w" />${flow('s', 'w')}${[0, 1].map((at) => `<subProcess id="e${at}" triggeredByEvent="true"><startEvent id="es${at}" isInterrupting="false"><conditionalEventDefinition><condition>n = ${at}</condition></conditionalEventDefinition></startEvent>${script(`t${at}`, String(1 - at))}${flow(`es${at}`, `t${at}`)}</subProcess>`).join('')}`,
      ),
      'runs',
      { n: 0 },
    ],
  ],
  calls: [
    ['a process that calls itself', caller('p', 'p'), 'ENDLESS_LOOP'],
    ['two that call each other', caller('p', 'q') + caller('q', 'p'), 'ENDLESS_LOOP'],
    [
      'a circle of ten',
      times(10, (at) => caller(at === 0 ? 'p' : `q${at}`, at === 9 ? 'p' : `q${at + 1}`)),
      'ENDLESS_LOOP',
    ],
    [
      'one that calls itself once a decision',
      `<process id="p" isExecutable="true"><startEvent id="ps" /><receiveTask id="pw" /><callActivity id="pc" calledElement="p" />${line('ps', 'pw', 'pc')}</process>`,
      'runs',
    ],
    ['one that calls what is not there', caller('p', 'q'), 'PROCESS_MISSING'],
    ['one that calls __proto__', caller('p', '__proto__'), 'PROCESS_MISSING'],
    [
      'a thousand calls of itself each',
      `<process id="p" isExecutable="true"><startEvent id="ps" /><callActivity id="pc" calledElement="p">${cardinality('1000')}</callActivity>${flow('ps', 'pc')}</process>`,
      'ENDLESS_LOOP',
    ],
  ],
  times: [
    ['a year that no calendar has', timer('timeDate', '999999999-01-01T00:00:00Z'), 'TIME_INVALID'],
    ['a duration of a thousand million years', timer('timeDuration', 'P1000000000Y'), 'TIME_INVALID'],
    ['a duration of a million digits', timer('timeDuration', `P${'9'.repeat(1_000_000)}D`), 'TIME_INVALID'],
    ['a duration before now', timer('timeDuration', '-P1D'), 'runs'],
    ['what would take a greedy pattern long', timer('timeDuration', `P${'1'.repeat(50_000)}`), 'TIME_INVALID'],
    ['cron', timer('timeCycle', '0 0 * * *'), 'TIME_INVALID'],
    ['an empty time', timer('timeDate', '{{ nothing }}'), 'TIME_INVALID'],
  ],
}

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  for (const [name, processes, expected, variables] of cases) {
    it(name, async () => expect(await outcome(processes, variables)).toBe(expected))
  }
})

it('takes names of prototypes as names', async () => {
  const [definition] = await parseAll(
    `<definitions ${NS}>${main(`<userTask id="toString" />${flow('s', 'toString')}`)}</definitions>`,
  )
  if (!definition) throw new Error('no process')
  const test = start(definition, { variables: { constructor: 1, hasOwnProperty: 2 } })
  expect(test.waitingAt()).toEqual(['toString'])
  test.send({ type: 'setVariables', variables: { valueOf: 3 } })
  expect(test.variables).toEqual({ constructor: 1, hasOwnProperty: 2, valueOf: 3 })
})

it.each(['start', 'complete', 'setVariables', 'broadcastSignal'])(
  'refuses a variable that would become the prototype of the others: %s',
  async (type) => {
    const variables = JSON.parse('{"__proto__":{"polluted":true}}')
    const [definition] = await parseAll(
      `<definitions ${NS}>${main(`<userTask id="u" />${flow('s', 'u')}`)}</definitions>`,
    )
    if (!definition) throw new Error('no process')
    if (type === 'start') {
      expect(refused('COMMAND_INVALID', () => start(definition, { variables }))).toMatchObject({ field: 'variables' })
      return
    }
    const test = start(definition)
    const command = { type, taskId: test.task('u'), by: 'u', decision: 'approve', name: 'x', variables } as Command
    expect(refused('COMMAND_INVALID', () => test.send(command))).toMatchObject({ field: 'variables' })
  },
)

it('holds a process that calls itself, one call a decision', async () => {
  const test = await run(
    `<process id="p" isExecutable="true"><startEvent id="ps" /><receiveTask id="pw" /><callActivity id="pc" calledElement="p" />${line('ps', 'pw', 'pc')}</process>`,
  )
  for (let call = 0; call < 50; call += 1) {
    const open = activationsOf(test.state).findLast(({ element, done }) => element.endsWith('pw') && done === undefined)
    test.send({ type: 'trigger', elementId: 'pw', activationId: open?.id } as Command)
  }
  expect(test.waitingAt()).toEqual(['pw'])
})

it('fires a cycle without a span once a command, however often it is to come', async () => {
  const test = await run(
    main(
      `<receiveTask id="w" />${flow('s', 'w')}<boundaryEvent id="b" attachedToRef="w" cancelActivity="false"><timerEventDefinition><timeCycle>R1000000/PT1S</timeCycle></timerEventDefinition></boundaryEvent>`,
    ),
  )
  for (let turn = 0; turn < 20; turn += 1) test.fire('b')
  expect(test.state.timers).toHaveLength(1)
  expect(activationsOf(test.state).length).toBeLessThan(30)
})
