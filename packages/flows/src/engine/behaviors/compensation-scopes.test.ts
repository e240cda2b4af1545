import { describe, expect, it } from 'vitest'
import { boundary, draw, node, sub, user } from '../../../test/draw.ts'
import { start, type TestRun } from '../../../test/start.ts'
import { diff, FlowError, link, preflight, replay } from '../../index.ts'

const undo = boundary('work', '<compensateEventDefinition />')
const association = () => '<association sourceRef="undo" targetRef="handler" />'
const compensate = node('intermediateThrowEvent', '<compensateEventDefinition />')
/** Asks a service for the names that it sees. */
const handler = node(
  'serviceTask',
  `<extensionElements><zhupi:service type="undo"><zhupi:input name="item" value="{{ item }}" /><zhupi:input name="own" value="{{ own }}" /></zhupi:service></extensionElements>`,
  'isForCompensation="true"',
)
const inner = node('userTask', '<extensionElements><zhupi:people from="user" value="{{ item }}" /></extensionElements>')
const over = (attributes = '') =>
  `<multiInstanceLoopCharacteristics zhupi:collection="{{ items }}" zhupi:elementVariable="item" ${attributes} />`
const LINES = 'start -> work -> ask -> compensate -> last -> end'
const rest = { undo, handler, association, compensate, ask: user('u8'), last: user('u9') }
const variables = { items: ['u1', 'u2', 'u3'] }

/** What the handlers were asked with, in order; each is done before the next one. */
function undone(run: TestRun): unknown[] {
  for (let service = run.state.services[0]; service; service = run.state.services[0]) run.serve(service.element)
  expect(replay(run.events)).toEqual(run.state)
  return run.events.flatMap((event) => (event.type === 'ServiceRequested' ? [event.input] : []))
}

describe('of an activity that is run for each entry', () => {
  it.each(['', 'isSequential="true"'])('undoes each time, the last completed first: %s', async (marker) => {
    const work = node(
      'userTask',
      `<extensionElements><zhupi:people from="user" value="{{ item }}" /></extensionElements>${over(marker)}`,
    )
    const run = start(await draw(LINES, { ...rest, work }), { variables })
    for (const by of marker ? ['u1', 'u2', 'u3'] : ['u2', 'u3', 'u1']) run.complete('work', 'approve', { by })
    run.complete('ask')
    const items = undone(run).map((input) => (input as { item: string }).item)
    expect(items).toEqual(marker ? ['u3', 'u2', 'u1'] : ['u1', 'u3', 'u2'])
    expect(run.tasks()).toEqual(['last u9'])
  })

  it('undoes only what was completed, not what was given up', async () => {
    const marker = over().replace(' />', '><completionCondition>nrOfCompletedInstances = 1</completionCondition>')
    const work = node(
      'userTask',
      `<extensionElements><zhupi:people from="user" value="{{ item }}" /></extensionElements>${marker}</multiInstanceLoopCharacteristics>`,
    )
    const run = start(await draw(LINES, { ...rest, work }), { variables })
    run.complete('work', 'approve', { by: 'u2' })
    run.complete('ask')
    expect(undone(run)).toEqual([{ item: 'u2', own: null }])
  })

  it('undoes inside each sub-process by what it saw there', async () => {
    const scope = sub(`begin -> work -> end2`, {
      begin: node('startEvent'),
      work: inner,
      undo,
      handler,
      association,
      marker: () => over(),
    })
    const run = start(
      await draw('start -> scope -> ask -> compensate -> last -> end', {
        scope,
        compensate,
        ask: user('u8'),
        last: user('u9'),
      }),
      { variables },
    )
    for (const by of ['u3', 'u1', 'u2']) run.complete('work', 'approve', { by })
    run.complete('ask')
    expect(undone(run)).toEqual([
      { item: 'u2', own: null },
      { item: 'u1', own: null },
      { item: 'u3', own: null },
    ])
  })
})

describe('of a call', () => {
  const called = (inside: Record<string, ReturnType<typeof node>> = {}) =>
    draw('begin -> seen -> finish', {
      begin: node('startEvent'),
      seen: user('u1'),
      finish: node('endEvent'),
      ...inside,
    })
  const call = node(
    'callActivity',
    '<extensionElements><zhupi:call><zhupi:in source="items[1]" target="own" /></zhupi:call></extensionElements>',
    'calledElement="p"',
  )

  it('is done by what stands beside it, which does not see what was called', async () => {
    const drawn = await draw(LINES, { ...rest, work: call })
    const run = start(link(drawn, { processes: [await called()] }), { variables })
    run.complete('seen')
    run.complete('ask')
    expect(undone(run)).toEqual([{ item: null, own: null }])
    expect(run.tasks()).toEqual(['last u9'])
  })

  it('is done by what undoes its inside, which sees what was given', async () => {
    const edge = boundary('seen', '<compensateEventDefinition />')
    const drawn = await draw('start -> work -> ask -> compensate -> last -> end', {
      work: call,
      compensate,
      ask: user('u8'),
      last: user('u9'),
    })
    const linked = link(drawn, { processes: [await called({ undo: edge, handler, association })] })
    expect(linked.elements.work?.compensable).toBe(true)
    const run = start(linked, { variables })
    run.complete('seen')
    run.complete('ask')
    expect(undone(run)).toEqual([{ item: null, own: 'u1' }])
    expect(run.tasks()).toEqual(['last u9'])
  })
})

it('moves to another version in the middle, under other names, and is not begun anew', async () => {
  const work = node(
    'userTask',
    `<extensionElements><zhupi:people from="user" value="{{ item }}" /></extensionElements>${over('isSequential="true"')}`,
  )
  const run = start(await draw(LINES, { ...rest, work }), { variables })
  for (const by of ['u1', 'u2', 'u3']) run.complete('work', 'approve', { by })
  run.complete('ask')
  run.serve('handler')
  const to = await draw('start -> job -> ask -> compensate -> last -> end', {
    ...{ compensate, ask: user('u8'), last: user('u9') },
    job: work,
    undo: boundary('job', '<compensateEventDefinition />'),
    reverse: handler,
    association: () => '<association sourceRef="undo" targetRef="reverse" />',
  })
  const mapping = { ...diff(run.definition, to).mapping, work: 'job', handler: 'reverse' }
  expect(preflight(run.definition, to, mapping, run.state)).toMatchObject({ verdict: 'moves' })
  run.migrate(to, { mapping })
  expect(undone(run).map((input) => (input as { item: string }).item)).toEqual(['u3', 'u2', 'u1'])
  expect(run.tasks()).toEqual(['last u9'])
})

it('stops a migration that has no place for what compensates just now', async () => {
  const run = start(await draw(LINES, { ...rest, work: user('u1') }))
  run.complete('work')
  run.complete('ask')
  const to = await draw(LINES, { work: user('u1'), compensate, ask: user('u8'), last: user('u9') })
  expect(preflight(run.definition, to, {}, run.state)).toMatchObject({
    verdict: 'cannot',
    problems: [{ reason: 'no-place', id: 'handler' }],
  })
})

it('refuses to cancel a transaction that is run several times', async () => {
  const cancel = node('endEvent', '<cancelEventDefinition />')
  const transaction = node(
    'transaction',
    `<startEvent id="begin" />${cancel('stop')}<sequenceFlow id="f" sourceRef="begin" targetRef="stop" />${over()}`,
  )
  const drawing = draw('start -> work -> end', {
    work: transaction,
    cancelled: boundary('work', '<cancelEventDefinition />'),
  })
  await expect(drawing).rejects.toThrow(FlowError)
  await expect(drawing).rejects.toMatchObject({ code: 'DIAGRAM_INVALID', details: { elementId: 'stop' } })
})
