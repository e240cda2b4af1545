import { evaluate } from 'feelin'
import { describe, expect, it } from 'vitest'
import { createSimulator, parse, parseAll, type SimulatorRefusal, type SimulatorState } from '../index.ts'

/** What the command line promises of `zhupi simulate`, sentence by sentence. */

const NS = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhupi="urn:zhupi:bpmn:1"'
const options = {
  evaluate: (expression: string, variables: object) => evaluate(expression, { ...variables }).value,
}

/** `a>b`: from one element to the next. */
function drawn(nodes: string, flows: string[], id = 'p'): string {
  const lines = flows.map((flow, index) => {
    const [from, to] = flow.split('>')
    return `<sequenceFlow id="${id}-f${index}" sourceRef="${from}" targetRef="${to}" />`
  })
  return `<process id="${id}" isExecutable="true">${nodes}${lines.join('')}</process>`
}

async function simulator(processes: string, root = '') {
  const definitions = await parseAll(`<definitions ${NS}>${root}${processes}</definitions>`)
  return createSimulator(definitions, options)
}

/** Sends each line, which must be taken; answers the last state. */
function play(on: { send(line: unknown): SimulatorState | SimulatorRefusal }, ...lines: object[]): SimulatorState {
  const answers = lines.map((line) => {
    const answer = on.send(line)
    if ('error' in answer) throw new Error(`${JSON.stringify(line)}: ${answer.error.code} ${answer.error.message}`)
    return answer
  })
  return answers.at(-1) as SimulatorState
}

const who = ({ waiting }: SimulatorState) => waiting.map(({ element, people }) => `${element} ${people.join()}`.trim())

const people = (...names: string[]) =>
  `<extensionElements>${names.map((name) => `<zhupi:people from="user" value="${name}" />`).join('')}<zhupi:actions allow="approve reject return transfer delegate addSigners removeSigners claim cc" /></extensionElements>`

/** Two instances of a sub-process, in each the tasks `work` and then `next`, of the person of the instance. */
const each = (inside: string, flows: string[]) =>
  drawn(
    `<startEvent id="s" /><subProcess id="each">
      <multiInstanceLoopCharacteristics zhupi:collection="{{ names }}" zhupi:elementVariable="name" />
      <startEvent id="in" />${inside}</subProcess><endEvent id="e" />`,
    [],
  ).replace(
    '</subProcess>',
    `${flows
      .map((flow, index) => {
        const [from, to] = flow.split('>')
        return `<sequenceFlow id="g${index}" sourceRef="${from}" targetRef="${to}" />`
      })
      .join(
        '',
      )}</subProcess><sequenceFlow id="f1" sourceRef="s" targetRef="each" /><sequenceFlow id="f2" sourceRef="each" targetRef="e" />`,
  )
const ofEach = people('{{ name }}')
const twice = each(`<userTask id="work">${ofEach}</userTask><userTask id="next">${ofEach}</userTask>`, [
  'in>work',
  'work>next',
])
const begin = { start: { variables: { names: ['u1', 'u2'] } } }

describe('start', () => {
  it('takes variables, a message, and the start event or the time it begins at', async () => {
    const xml = drawn(
      '<startEvent id="s" /><startEvent id="m"><messageEventDefinition messageRef="M" /></startEvent><userTask id="a" /><userTask id="b" />',
      ['s>a', 'm>b'],
    )
    const fresh = () => simulator(xml, '<message id="M" name="order" />')
    expect(play(await fresh(), { start: { variables: { n: 1 } } })).toMatchObject({
      waiting: [{ element: 'a' }],
      variables: { n: 1 },
    })
    expect(who(play(await fresh(), { start: { message: 'order' } }))).toEqual(['b'])
    expect(who(play(await fresh(), { start: { at: 'm' } }))).toEqual(['b'])
    const timed = await fresh()
    expect(who(play(timed, { start: { at: '2026-06-01T00:00:00Z' } }))).toEqual(['a'])
    expect(timed.now).toBe('2026-06-01T00:00:00.000Z')
  })
})

describe('complete', () => {
  it('completes for `by`, with its decision and variables', async () => {
    const on = await simulator(drawn(`<startEvent id="s" /><userTask id="a">${people('u1', 'u2')}</userTask>`, ['s>a']))
    const last = play(on, { start: {} }, { complete: 'a', by: 'u2', decision: 'approve', variables: { x: 1 } })
    expect(last).toMatchObject({ status: 'completed', variables: { x: 1 } })
    expect(last.events).toContainEqual(
      expect.objectContaining({ type: 'TaskCompleted', by: 'u2', decision: 'approve' }),
    )
  })

  it('takes the nth of several at the same element, 0 first', async () => {
    const last = play(await simulator(twice), begin, { complete: 'work', nth: 1 })
    expect(who(last)).toEqual(['work u1', 'next u2'])
  })

  it('completes a service with its result', async () => {
    const on = await simulator(
      drawn(
        '<startEvent id="s" /><serviceTask id="a"><extensionElements><zhupi:service type="x"><zhupi:output name="y" value="{{ result.z }}" /></zhupi:service></extensionElements></serviceTask>',
        ['s>a'],
      ),
    )
    expect(play(on, { start: {} }).waiting).toEqual([{ element: 'a', kind: 'service', people: [] }])
    expect(play(on, { complete: 'a', result: { z: 3 } }).variables).toMatchObject({ y: 3 })
  })
})

describe('completeAll', () => {
  it('completes every task and service that is open, and none that opens on account of it', async () => {
    const on = await simulator(
      drawn(
        '<startEvent id="s" /><parallelGateway id="g" /><userTask id="a" /><serviceTask id="b" /><userTask id="c" />',
        ['s>g', 'g>a', 'g>b', 'a>c'],
      ),
    )
    expect(who(play(on, { start: {} }, { completeAll: true }))).toEqual(['c'])
  })

  it('lets those decide first who were added before, and takes what a step allows', async () => {
    const on = await simulator(
      drawn(
        `<startEvent id="s" /><userTask id="a">${people('u1')}</userTask><userTask id="b"><extensionElements><zhupi:people from="user" value="u2" /><zhupi:actions allow="return" outcomes="file forward" /></extensionElements></userTask>`,
        ['s>a', 'a>b'],
      ),
    )
    const added = { addSigners: 'a', people: ['u3'], how: 'before' }
    expect(who(play(on, { start: {} }, added, { completeAll: true }))).toEqual(['b u2'])
    const last = play(on, { completeAll: true })
    expect(last.status).toBe('completed')
    expect(last.events).toContainEqual(expect.objectContaining({ type: 'TaskCompleted', decision: 'file' }))
  })

  it('submits again what was returned to the initiator', async () => {
    const on = await simulator(drawn(`<startEvent id="s" /><userTask id="a">${people('u1')}</userTask>`, ['s>a']))
    expect(who(play(on, { start: {} }, { return: 'a' }))).toEqual(['s initiator'])
    expect(who(play(on, { completeAll: true }))).toEqual(['a u1'])
  })
})

describe('trigger, message and signal', () => {
  it('triggers a receive task without a message, the nth of several', async () => {
    const xml = each(
      '<receiveTask id="r" /><userTask id="t"><extensionElements><zhupi:people from="user" value="{{ name }}" /></extensionElements></userTask>',
      ['in>r', 'r>t'],
    )
    const last = play(await simulator(xml), begin, { trigger: 'r', nth: 1, variables: { v: 1 } })
    expect(last.waiting).toEqual([
      { element: 'r', kind: 'receive', people: [] },
      { element: 't', kind: 'user', people: ['u2'] },
    ])
    expect(last.variables).toMatchObject({ v: 1 })
  })

  it('delivers a message to an element, to the nth that waits, whatever key it waits for', async () => {
    const xml = each(
      `<intermediateCatchEvent id="c"><extensionElements><zhupi:subscription correlationKey="{{ name }}" /></extensionElements><messageEventDefinition messageRef="M" /></intermediateCatchEvent><userTask id="t">${ofEach}</userTask>`,
      ['in>c', 'c>t'],
    )
    const fresh = () => simulator(xml, '<message id="M" name="paid" />')
    const second = ['c', 't u2']
    expect(who(play(await fresh(), begin, { message: 'paid', nth: 1, variables: { v: 1 } }))).toEqual(second)
    expect(who(play(await fresh(), begin, { message: 'paid', correlationKey: 'u2' }))).toEqual(second)
    expect(who(play(await fresh(), begin, { message: 'paid', element: 'c' }))).toEqual(['c', 't u1'])
    const on = await fresh()
    play(on, begin)
    for (const line of [
      { message: 'paid', element: 'x' },
      { message: 'paid', nth: 2 },
      { message: 'paid', correlationKey: 'u3' },
    ]) {
      expect(on.send(line)).toMatchObject({ error: { code: 'MESSAGE_NOT_EXPECTED' } })
    }
  })

  it('broadcasts a signal to all that wait for it', async () => {
    const xml = each(
      '<intermediateCatchEvent id="c"><signalEventDefinition signalRef="S" /></intermediateCatchEvent>',
      ['in>c'],
    )
    const on = await simulator(xml, '<signal id="S" name="go" />')
    expect(play(on, begin).subscriptions).toHaveLength(2)
    expect(play(on, { signal: 'go' }).status).toBe('completed')
  })
})

describe('advance and advanceTo', () => {
  const timed = (every: string) =>
    drawn(
      `<startEvent id="s" /><userTask id="a" /><boundaryEvent id="early" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>
      <boundaryEvent id="often" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeCycle>${every}</timeCycle></timerEventDefinition></boundaryEvent><endEvent id="e" />`,
      ['s>a', 'early>e', 'often>e'],
    )
  const fired = ({ events }: SimulatorState) =>
    events.flatMap((event) => (event.type === 'TimerFired' ? [event.elementId] : []))

  it('fires what falls due, in order of time, also what is set on the way', async () => {
    const on = await simulator(timed('R3/PT40M'))
    expect(fired(play(on, { start: {} }, { advance: 'PT2H' }))).toEqual(['often', 'early', 'often', 'often'])
    expect(on.now).toBe('2026-01-01T02:00:00.000Z')
  })

  it('fires nothing while the case is suspended, and what fell due once it goes on', async () => {
    const on = await simulator(timed('R1/P1D'))
    expect(fired(play(on, { start: {} }, { suspend: true }, { advance: 'PT2H' }))).toEqual([])
    expect(fired(play(on, { resume: true }, { advance: 'PT0S' }))).toEqual(['early'])
  })

  it('refuses a clock that would fire for ever, and one that goes back', async () => {
    const on = await simulator(timed('R/PT0.001S'))
    play(on, { start: {} })
    expect(on.send({ advance: 'PT1H' })).toMatchObject({ error: { code: 'ENDLESS_LOOP', element: 'often' } })
    expect(on.now).toBe('2026-01-01T00:00:00.000Z')
    expect(on.send({ advanceTo: '2025-01-01T00:00:00Z' })).toMatchObject({ error: { code: 'TIME_INVALID' } })
  })

  it('fires a timer before it is due when it is told', async () => {
    expect(fired(play(await simulator(timed('R1/P1D')), { start: {} }, { fireTimer: 'often' }))).toEqual(['often'])
  })
})

describe('setVariables and terminate', () => {
  it('sets variables, and ends the case', async () => {
    const on = await simulator(drawn('<startEvent id="s" /><userTask id="a" />', ['s>a']))
    expect(play(on, { start: {} }, { setVariables: { x: [1] } }).variables).toEqual({ x: [1] })
    expect(play(on, { terminate: true })).toMatchObject({ status: 'terminated', waiting: [] })
  })
})

describe('the approval commands take the nth of several', () => {
  it.each<[string, object, string[]]>([
    ['return', { return: 'next', nth: 1, to: 'work' }, ['next u1', 'work u2']],
    ['transfer', { transfer: 'next', nth: 1, to: 'u9' }, ['next u1', 'next u9']],
    ['delegate', { delegate: 'next', nth: 1, to: 'u9' }, ['next u1', 'next u9']],
    ['claim', { claim: 'next', nth: 1 }, ['next u1', 'next u2']],
    ['addSigners', { addSigners: 'next', nth: 1, people: ['u9'] }, ['next u1', 'next u2', 'next u9']],
    ['withdraw', { withdraw: 'work', nth: 0 }, ['work u1', 'next u2']],
    ['withdraw, the last', { withdraw: 'work' }, ['next u1', 'work u2']],
    ['withdraw, of a person', { withdraw: 'work', by: 'u1' }, ['work u1', 'next u2']],
    ['jump', { jump: 'next', nth: 1, to: 'work' }, ['next u1', 'work u2']],
    ['complete', { complete: 'next', by: 'u2' }, ['next u1']],
    ['cc', { cc: 'next', nth: 1, people: ['u9'] }, ['next u1', 'next u2']],
    ['urge', { urge: 'next', nth: 1 }, ['next u1', 'next u2']],
  ])('%s', async (_, line, expected) => {
    const on = await simulator(twice)
    const before = play(on, begin, { completeAll: true })
    const second = before.events.flatMap((event) => (event.type === 'TaskOpened' ? [event.taskId] : []))[1]
    const after = play(on, line)
    expect(who(after).toSorted()).toEqual(expected.toSorted())
    if ('cc' in line) expect(after.events).toMatchObject([{ type: 'CopySent', taskId: second, people: ['u9'] }])
    if ('urge' in line) expect(after.events).toMatchObject([{ type: 'Urged', taskIds: [second] }])
  })

  it('resolve and removeSigners', async () => {
    const resolved = play(
      await simulator(twice),
      begin,
      { delegate: 'work', nth: 1, to: 'u9' },
      { resolve: 'work', nth: 1, variables: { v: 1 } },
    )
    expect(who(resolved)).toEqual(['work u1', 'work u2'])
    expect(resolved.variables).toMatchObject({ v: 1 })
    const removed = play(
      await simulator(twice),
      begin,
      { addSigners: 'work', nth: 1, people: ['u9'] },
      { removeSigners: 'work', nth: 1, people: ['u9'] },
    )
    expect(who(removed)).toEqual(['work u1', 'work u2'])
  })

  it('failService and retry', async () => {
    const xml = each('<serviceTask id="a" />', ['in>a'])
    const incidents = ({ events }: SimulatorState) =>
      events.flatMap((event) => ('serviceId' in event ? [event.serviceId] : []))
    const on = await simulator(xml)
    const services = incidents(play(on, begin))
    expect(incidents(play(on, { failService: 'a', nth: 1 }))).toEqual([services[1], services[1]])
    expect(incidents(play(on, { retry: 'a', nth: 1 }))).toEqual([services[1]])
  })

  it.each([-1, 1.5, '1', null])('nth is a whole number, 0 first: %j', async (nth) => {
    const on = await simulator(twice)
    play(on, begin)
    expect(on.send({ complete: 'work', nth })).toMatchObject({ error: { code: 'COMMAND_INVALID' } })
  })

  it.each([
    { return: 'work', after: 'soon' },
    { addSigners: 'work', people: ['x'], how: 'over' },
  ])('refuses a word that it does not know: %j', async (line) => {
    const on = await simulator(twice)
    play(on, begin)
    expect(on.send(line)).toMatchObject({ error: { code: 'COMMAND_INVALID' } })
  })
})

describe('the state', () => {
  it('has these fields and no others', async () => {
    const xml = drawn(
      '<startEvent id="s" /><userTask id="a" /><boundaryEvent id="t" attachedToRef="a"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent><boundaryEvent id="m" attachedToRef="a"><messageEventDefinition messageRef="M" /></boundaryEvent>',
      ['s>a'],
    )
    const { events, ...state } = play(await simulator(xml, '<message id="M" name="stop" />'), {
      start: { variables: { x: 1 } },
    })
    expect(state).toEqual({
      status: 'running',
      waiting: [{ element: 'a', kind: 'user', people: [] }],
      timers: [{ element: 't', at: '2026-01-01T01:00:00.000Z' }],
      subscriptions: [{ element: 'm', kind: 'message', name: 'stop' }],
      variables: { x: 1 },
    })
    expect(events.every(({ type }) => typeof type === 'string')).toBe(true)
    expect(JSON.parse(JSON.stringify(events))).toEqual(events)
  })

  it('shows what waits in called and inner processes, one entry each', async () => {
    const called = drawn('<startEvent id="cs" /><userTask id="deep" />', ['cs>deep'], 'q')
    const xml = each('<callActivity id="call" calledElement="q" />', ['in>call'])
    expect(who(play(await simulator(xml + called), begin))).toEqual(['deep', 'deep'])
  })
})

describe('a refused command', () => {
  it.each<object>([
    { complete: 'nowhere' },
    { complete: 'work', by: 'stranger' },
    { complete: 'work', decision: 'perhaps' },
    { complete: 'work', nth: 7 },
    { trigger: 'work' },
    { message: 'x' },
    { advance: 'x' },
    { advanceTo: '2020-01-01' },
    { setVariables: 1 },
    { return: 'work', to: 'next' },
    { withdraw: 'next' },
    { transfer: 'work' },
    { resolve: 'work' },
    { claim: 'work', by: 'u2' },
    { addSigners: 'work' },
    { removeSigners: 'work', people: ['x'] },
    { cc: [] },
    { jump: 'work', to: 'in' },
    { jump: 'nowhere', to: 'work' },
    { resume: true },
    { fireTimer: 'work' },
    { failService: 'work' },
    { retry: 'work' },
    { start: {} },
    {},
  ])('answers its error, and leaves the state as it was: %j', async (line) => {
    const on = await simulator(twice)
    const touched = await simulator(twice)
    for (const one of [on, touched]) play(one, begin, { complete: 'work', by: 'u2' })
    const { error } = touched.send(line) as SimulatorRefusal
    expect(error).toEqual({
      code: expect.any(String),
      message: expect.any(String),
      ...(error.element !== undefined && { element: expect.any(String) }),
    })
    expect(touched.now).toBe(on.now)
    // Ids are counted: one that was used up would show in what follows.
    const followed = [{ advance: 'PT0S' }, { complete: 'work' }, { completeAll: true }].map((next) => on.send(next))
    expect(
      [{ advance: 'PT0S' }, { complete: 'work' }, { completeAll: true }].map((next) => touched.send(next)),
    ).toEqual(followed)
  })

  it('names the element as it is drawn', async () => {
    const on = await simulator(twice)
    play(on, begin)
    expect(on.send({ complete: 'nowhere' })).toMatchObject({ error: { element: 'nowhere' } })
  })

  it.each([{ complete: 'a' }, { completeAll: true }, { withdraw: 'a' }, { message: 'x' }, { jump: 'a', to: 'a' }])(
    'says after the end that it has ended: %j',
    async (line) => {
      const on = createSimulator(
        [await parse(`<definitions ${NS}>${drawn('<startEvent id="s" /><userTask id="a" />', ['s>a'])}</definitions>`)],
        options,
      )
      expect(on.send(line)).toMatchObject({ error: { code: 'NOT_STARTED' } })
      play(on, { start: {} }, { completeAll: true })
      expect(on.send(line)).toMatchObject({ error: { code: 'INSTANCE_ENDED' } })
    },
  )
})
