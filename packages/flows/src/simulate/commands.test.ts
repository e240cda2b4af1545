import { evaluate } from 'feelin'
import { expect, it } from 'vitest'
import { createSimulator, type Event, parse, type SimulatorState } from '../index.ts'

const NS = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhupi="urn:zhupi:bpmn:1"'
const definition = await parse(`<definitions ${NS}><signal id="g" name="stop" /><process id="p" isExecutable="true">
  <startEvent id="s" />
  <userTask id="check"><extensionElements><zhupi:people from="user" value="u1" /><zhupi:people from="user" value="u2" /><zhupi:actions allow="approve reject claim cc transfer delegate addSigners removeSigners" /></extensionElements></userTask>
  <serviceTask id="file"><extensionElements><zhupi:service type="file" /></extensionElements></serviceTask>
  <userTask id="sign"><extensionElements><zhupi:people from="user" value="u3" /></extensionElements></userTask>
  <boundaryEvent id="stopped" attachedToRef="sign"><signalEventDefinition signalRef="g" /></boundaryEvent>
  <endEvent id="e" /><endEvent id="f" />
  <sequenceFlow id="f1" sourceRef="s" targetRef="check" /><sequenceFlow id="f2" sourceRef="check" targetRef="file" />
  <sequenceFlow id="f3" sourceRef="file" targetRef="sign" /><sequenceFlow id="f4" sourceRef="sign" targetRef="e" />
  <sequenceFlow id="f5" sourceRef="stopped" targetRef="f" />
</process></definitions>`)

/** Plays lines; each must be taken. */
function play(...lines: object[]): SimulatorState {
  const simulator = createSimulator([definition], {
    evaluate: (expression, variables) => evaluate(expression, { ...variables }).value,
  })
  const answers = [{ start: {} }, ...lines].map((line) => {
    const answer = simulator.send(line)
    if ('error' in answer) throw new Error(`${JSON.stringify(line)}: ${answer.error.code} ${answer.error.message}`)
    return answer
  })
  return answers.at(-1) as SimulatorState
}

const types = ({ events }: SimulatorState): Event['type'][] => events.map(({ type }) => type)
const waiting = (state: SimulatorState) => state.waiting.map(({ element, people }) => `${element} ${people.join()}`)

it('claims, transfers, and delegates until it is resolved', () => {
  expect(waiting(play({ claim: 'check', by: 'u2' }))).toEqual(['check u2'])
  expect(waiting(play({ claim: 'check', by: 'u2' }, { transfer: 'check', to: 'u9' }))).toEqual(['check u9'])
  const delegated = [
    { claim: 'check', by: 'u2' },
    { delegate: 'check', to: 'u8' },
  ]
  expect(waiting(play(...delegated))).toEqual(['check u8'])
  expect(waiting(play(...delegated, { resolve: 'check', decision: 'approve' }))).toEqual(['check u2'])
})

it('adds signers before, after and beside, and takes them away again', () => {
  const claim = { claim: 'check', by: 'u1' }
  for (const how of ['before', 'after', 'beside', undefined]) {
    const added = play(claim, { addSigners: 'check', by: 'u1', people: ['u7'], how })
    expect(added.events).toMatchObject([
      { type: 'SignersAdded', how: how ?? 'beside', people: ['u7'] },
      ...added.events.slice(1),
    ])
  }
  const back = play(
    claim,
    { addSigners: 'check', by: 'u1', people: ['u7'], how: 'before' },
    { removeSigners: 'check', by: 'u1', people: ['u7'] },
  )
  expect(types(back)).toContain('SignersRemoved')
  expect(waiting(back)).toEqual(['check u1'])
})

it('sends copies and reminders', () => {
  expect(play({ cc: ['u5'], by: 'u1' }).events).toEqual([{ type: 'CopySent', by: 'u1', people: ['u5'] }])
  expect(play({ urge: true }).events).toMatchObject([{ type: 'Urged', by: 'initiator' }])
})

it('jumps, suspends and resumes', () => {
  expect(waiting(play({ jump: 'check', to: 'sign' }))).toEqual(['sign u3'])
  expect(play({ suspend: true }).status).toBe('suspended')
  expect(play({ suspend: true }, { resume: true }).status).toBe('running')
})

it('fails a service for good, and tries it again', () => {
  const failed = [{ complete: 'check' }, { failService: 'file', code: 'FULL', message: 'no place' }]
  expect(types(play(...failed))).toEqual(['ServiceFailed', 'IncidentRaised'])
  const retried = play(...failed, { retry: 'file' }, { complete: 'file', result: 1 })
  expect(waiting(retried)).toEqual(['sign u3'])
})

it('broadcasts a signal', () => {
  expect(play({ complete: 'check' }, { complete: 'file' }, { signal: 'stop' }).status).toBe('completed')
})

it.each([
  ['no text', { transfer: 7 }],
  ['a text that is missing', { transfer: 'check' }],
  ['no list of texts', { cc: 'u1' }],
  ['no number', { complete: 'check', nth: 'two' }],
  ['no object', { setVariables: [1] }],
  ['no command', { constructor: 1 }],
  ['a list', []],
  ['nothing', null],
])('says what is wrong with a line: %s', (_, line) => {
  const simulator = createSimulator([definition], { evaluate: () => true })
  simulator.send({ start: {} })
  expect(simulator.send(line)).toMatchObject({ error: { code: 'COMMAND_INVALID' } })
})

it.each([
  ['TASK_NOT_FOUND', { complete: 'sign' }],
  ['TASK_NOT_FOUND', { complete: 'check', nth: 3 }],
  ['TASK_NOT_FOUND', { withdraw: 'check' }],
  ['SERVICE_NOT_FOUND', { retry: 'file' }],
])('refuses what is not open: %s', (code, line) => {
  const simulator = createSimulator([definition], { evaluate: () => true })
  simulator.send({ start: {} })
  expect(simulator.send(line)).toMatchObject({ error: { code } })
})
