import { expect, it } from 'vitest'
import { draw, node, parallel, service, user } from '../../../test/draw.ts'
import { diagram, refused, start } from '../../../test/start.ts'

const definition = await diagram(import.meta.url, 'start-event.bpmn')

it('begins at the plain start event, whose fields the initiator fills in', () => {
  expect(start(definition).waitingAt()).toEqual(['first'])
  expect(definition.startFields).toEqual({ '*': 'read', 姓名: 'edit' })
})

it('begins at the start event of a message, or at the one that is named', () => {
  expect(start(definition, { message: 'order' }).waitingAt()).toEqual(['second'])
  expect(start(definition, { at: 'orderStart' }).waitingAt()).toEqual(['second'])
})

it('refuses a message that no start event waits for, and a start event that is none', () => {
  expect(refused('MESSAGE_NOT_EXPECTED', () => start(definition, { message: 'x' }))).toEqual({ name: 'x' })
  refused('REFERENCE_MISSING', () => start(definition, { at: 'first' }))
})

it('opens a task for the initiator when the case comes back, who submits it again', () => {
  const run = start(definition, { by: 'XX' })
  run.return('first', 'initiator')
  expect(run.tasks()).toEqual(['start XX'])
  expect(run.events.findLast(({ type }) => type === 'TaskOpened')).toMatchObject({ resubmit: true, round: 1 })
  run.complete('start', 'submit', { variables: { 姓名: 'XX' } })
  expect(run.waitingAt()).toEqual(['first'])
  expect(run.variables).toMatchObject({ 姓名: 'XX' })
})

it('ends as withdrawn when the initiator gives the case up', () => {
  const run = start(definition)
  run.return('first', 'start')
  run.complete('start', 'withdraw')
  expect(run.status).toBe('withdrawn')
})

it.each([
  ['timer', '<timerEventDefinition><timeCycle>R/P3M</timeCycle></timerEventDefinition>'],
  ['signal', '<signalEventDefinition signalRef="signal-s" />'],
  ['conditional', '<conditionalEventDefinition><condition>days > 3</condition></conditionalEventDefinition>'],
  ['message', '<messageEventDefinition messageRef="message-m" />'],
])('begins a process where the host says, once its %s has happened, and waits for none again', async (_, event) => {
  const drawn = await draw('start -> a -> end\nstart2 -> b -> end', {
    start2: node('startEvent', event),
    a: user('u1'),
    b: user('u2'),
  })
  const run = start(drawn, { at: 'start2' })
  expect(run.tasks()).toEqual(['b u2'])
  expect([run.state.timers, run.state.subscriptions]).toEqual([[], []])
  expect(start(drawn).tasks()).toEqual(['a u1'])
})

it.each<[string, string, (run: ReturnType<typeof start>) => void]>([
  ['timer', '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>', (run) => run.fire('on')],
  [
    'signal',
    '<signalEventDefinition signalRef="signal-s" />',
    (run) => run.send({ type: 'broadcastSignal', name: 's' }),
  ],
  ['message', '<messageEventDefinition messageRef="message-m" />', (run) => run.deliver('m')],
  [
    'conditional',
    '<conditionalEventDefinition><condition>days > 3</condition></conditionalEventDefinition>',
    (run) => run.send({ type: 'setVariables', variables: { days: 4 } }),
  ],
  ['error', '<errorEventDefinition />', (run) => run.fail('work', { message: 'no' })],
  ['escalation', '<escalationEventDefinition />', (run) => run.complete('raise')],
])('begins an event sub-process: %s', async (_, event, happens) => {
  const handler = (id: string) =>
    `<subProcess id="${id}" triggeredByEvent="true"><startEvent id="on">${event}</startEvent>${user('u9')('handle')}<sequenceFlow id="on-handle" sourceRef="on" targetRef="handle" /></subProcess>`
  const run = start(
    await draw('start -> fork -> work -> end\nfork -> raise -> tell -> end2', {
      ...{ fork: parallel, work: service(), raise: user('u1'), handler },
      tell: node('intermediateThrowEvent', '<escalationEventDefinition />'),
    }),
  )
  happens(run)
  expect(run.tasks()).toEqual(['handle u9'])
  run.complete('handle')
  expect(run.status).toBe('completed')
})
