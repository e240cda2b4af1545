import { expect, it } from 'vitest'
import { after, boundary, draw, message, node, parallel, sub, user, xmlOf } from '../../test/draw.ts'
import { start } from '../../test/start.ts'
import { parse } from '../index.ts'

const [a, b, c] = [user('u1', { policies: 'onReject="continue"' }), user('u2'), user('u3')]

it('arms the events on the edge of what it takes up again, its time counted anew', async () => {
  const run = start(
    await draw('start -> a -> b -> end\nlate -> c\nstop -> c', {
      ...{ a, b, c },
      late: boundary('b', after('PT1H')),
      stop: boundary('b', message('m')),
    }),
  )
  run.complete('a')
  run.return('b', 'a', { after: 'straight' })
  expect([run.state.timers, run.state.subscriptions]).toEqual([[], []])
  run.now = '2026-01-01T05:00:00.000Z'
  run.complete('a')
  expect(run.tasks()).toEqual(['b u2'])
  expect(run.state.timers).toMatchObject([{ element: 'late', at: '2026-01-01T06:00:00.000Z' }])
  run.deliver('m')
  expect(run.tasks()).toEqual(['c u3'])
})

it('arms the event sub-processes inside what it takes up again', async () => {
  const inside = sub('start2 -> b\n', { b })
    .call(undefined, 'sub')
    .replace(
      '</subProcess>',
      `<subProcess id="stopping" triggeredByEvent="true"><startEvent id="stop">${message('m')}</startEvent>${c('c')}<sequenceFlow id="stop-c" sourceRef="stop" targetRef="c" /></subProcess></subProcess>`,
    )
  const run = start(await draw('start -> a -> sub -> end', { a, sub: () => inside }))
  run.complete('a')
  run.return('b', 'a', { after: 'straight' })
  run.complete('a')
  expect(run.tasks()).toEqual(['b u2'])
  run.deliver('m')
  expect(run.tasks()).toEqual(['c u3'])
})

it('strikes out what was decided once the way is closed, by another decision than before', async () => {
  const run = start(
    await draw('start -> a -> gate -[decisions.a = "approve"]-> b -> c -> end\ngate -[else]-> end2', { a, b, c }),
  )
  run.complete('a')
  const ofB = run.task('b')
  run.complete('b')
  run.return('c', 'a', { after: 'straight' })
  const undone = () =>
    run.events.flatMap((event) => (event.type === 'TaskUndone' ? [[event.taskId, event.reason]] : []))
  expect(undone()).not.toContainEqual([ofB, 'returned'])
  run.complete('a', 'reject')
  expect(run.status).toBe('completed')
  expect(undone()).toContainEqual([ofB, 'returned'])
})

it('takes up a token that waits at a join inside a sub-process', async () => {
  const inside = sub('start2 -> fork -> b -> join -> end2\nfork -> c -> join', { fork: parallel, join: parallel, b, c })
  const run = start(await draw('start -> a -> sub -> d -> end', { a, sub: inside, d: user('u4') }))
  run.complete('a')
  run.complete('b')
  run.return('c', 'a', { after: 'straight' })
  expect(run.state.arrivals).toEqual([])
  run.complete('a')
  expect(run.tasks()).toEqual(['c u3'])
  run.complete('c')
  expect(run.tasks()).toEqual(['d u4'])
})

it('does not take up what compensates an instance that was run anew: the new one is compensated', async () => {
  const repeated = node(
    'userTask',
    `<extensionElements><zhupi:people from="user" value="{{ name }}" /></extensionElements>
      <multiInstanceLoopCharacteristics zhupi:collection="{{ names }}" zhupi:elementVariable="name" />`,
  )
  const diagram = xmlOf('start -> each -> c -> back -> d -> end', {
    ...{ each: repeated, c, d: user('u4') },
    back: node('intermediateThrowEvent', '<compensateEventDefinition />'),
    undo: boundary('each', '<compensateEventDefinition />'),
    undoing: node('userTask', '', 'isForCompensation="true"'),
  })
  const association = '<association id="by" sourceRef="undo" targetRef="undoing" /></process>'
  const run = start(await parse(diagram.replace('</process>', association)), { variables: { names: ['u1'] } })
  run.complete('each')
  run.complete('c')
  expect(run.tasks()).toEqual(['undoing'])
  run.return('undoing', 'each', { after: 'straight' })
  run.complete('each')
  expect(run.tasks()).toEqual(['c u3'])
  run.complete('c')
  expect(run.tasks()).toEqual(['undoing'])
  run.complete('undoing')
  expect(run.tasks()).toEqual(['d u4'])
})
