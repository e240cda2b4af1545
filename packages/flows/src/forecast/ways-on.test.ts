import { expect, it } from 'vitest'
import {
  after,
  boundary,
  caught,
  draw,
  message,
  node,
  parallel,
  scopeOf,
  service,
  signal,
  sub,
  user,
} from '../../test/draw.ts'
import { diagram, start, type TestRun } from '../../test/start.ts'
import { type ForecastOptions, forecast, link } from '../index.ts'

const look = (run: TestRun, options?: ForecastOptions) => forecast(run.definition, run.state, run.context, options)
const ids = (run: TestRun) => look(run).map(({ elementId }) => elementId)
const at = (run: TestRun, elementId: string) => look(run).find((step) => step.elementId === elementId)

it('names the other way of a gateway that leads to no step by what is known', async () => {
  const lines = `start -> a -> gate\ngate -[big]-> board -> end\ngate -[else]-> end2`
  const run = start(await draw(lines, { a: user('u1'), board: user('u2') }))
  expect(look(run)).toMatchObject([{ elementId: 'a', otherwise: ['board'], alternatives: [] }])
})

it('looks past the end of a sub-process, and past what it is around', async () => {
  const inside = sub('startIn -> in -> gate\ngate -[more]-> extra -> endIn\ngate -[else]-> endIn2', {
    in: user('u1'),
    extra: user('u2'),
  })
  const run = start(await draw('start -> s -> after -> end', { s: inside, after: user('u3') }))
  expect(at(run, 'after')).toMatchObject({ state: 'expected', alternatives: ['extra'] })
})

it('follows every branch to its end, also where another comes round to a step again', async () => {
  const lines = `start -> split -> meet -> again -> gate\ngate -[stop]-> join\ngate -[else]-> meet
    split -> b -> c -> join -> end`
  const elements = { split: parallel, join: parallel, again: user('u1'), b: user('u2'), c: user('u3') }
  const run = start(await draw(lines, elements))
  expect(ids(run)).toEqual(['b', 'again', 'c'])
})

it('goes on elsewhere where a branch cannot, and names where it would', async () => {
  const lines = 'start -> split -> a -> nobody -> after -> join\nsplit -> b -> c -> join -> end'
  const elements = { split: parallel, join: parallel, a: user('u1'), nobody: user('disabled'), after: user('u4') }
  const run = start(await draw(lines, { ...elements, b: user('u2'), c: user('u3') }))
  const problem = at(run, 'nobody')
  expect(problem).toMatchObject({ state: 'expected', problem: 'NOBODY_FOUND', rules: [{ from: 'user' }] })
  expect(ids(run)).toEqual(expect.arrayContaining(['b', 'c']))
})

it('hears signals, takes messages with their key and waits for timers, each as what it is', async () => {
  const lines = 'start -> split -> s -> a -> join\nsplit -> m -> b -> join\nsplit -> t -> c -> join -> end'
  const run = start(
    await draw(lines, {
      split: parallel,
      join: parallel,
      s: caught(signal),
      m: caught(message('m')),
      t: caught(after('PT1H')),
      ...{ a: user('u1'), b: user('u2'), c: user('u3') },
    }),
  )
  const steps = look(run)
  expect(steps.slice(0, 3).map(({ elementId, kind, at: due }) => [elementId, kind, due])).toEqual([
    ['s', 'signal', undefined],
    ['m', 'message', undefined],
    ['t', 'timer', '2026-01-01T01:00:00.000Z'],
  ])
  expect(steps.slice(3).map(({ elementId, people }) => `${elementId} ${people}`)).toEqual(['a u1', 'b u2', 'c u3'])
})

it('does not know when a condition will hold, and names what follows', async () => {
  const when = '<conditionalEventDefinition><condition>ready</condition></conditionalEventDefinition>'
  const run = start(await draw('start -> wait -> a -> end', { wait: caught(when), a: user('u1') }))
  expect(look(run)).toMatchObject([{ elementId: 'wait', kind: 'conditional', otherwise: ['a'] }])
})

it('says what may happen meanwhile: on the edge of the step and of what is around it', async () => {
  const inside = sub('startIn -> in -> endIn', { in: user('u1') })
  const lines = 'start -> s -> end\nlate -> reminded -> end2\ncalled -> stopped -> end3'
  const elements = { s: inside, late: boundary('s', after('P1D'), { interrupting: false }), reminded: user('u2') }
  const run = start(await draw(lines, { ...elements, called: boundary('s', message('m')), stopped: service() }))
  expect(at(run, 'in')?.mayHappen).toEqual([
    { elementId: 'late', kind: 'timer', at: '2026-01-02T00:00:00.000Z', leadsTo: ['reminded'] },
    { elementId: 'called', kind: 'message', leadsTo: ['stopped'] },
  ])
})

it('looks into called processes and instances, and past them', async () => {
  const files = ['called.bpmn', 'countdown.bpmn'].map((file) => diagram(import.meta.url, `../engine/behaviors/${file}`))
  const caller = await diagram(import.meta.url, '../engine/behaviors/call-activity.bpmn')
  const run = start(link(caller, { processes: await Promise.all(files) }), {
    variables: { kind: 'many', items: ['a', 'b'] },
  })
  const steps = look(run)
  expect(steps.map(({ elementId }) => elementId)).toContain('called/examine')
  expect(steps.find(({ elementId }) => elementId === 'next')).toMatchObject({ state: 'expected', people: ['u9'] })
  const examined = steps.find(({ elementId }) => elementId === 'called/examine')
  expect(examined?.mayHappen.map(({ elementId }) => elementId)).toContain('called/hold-start')
})

it('counts everybody of a round who has not decided, and to whom a delegated task comes back', async () => {
  const run = start(await draw('start -> a -> end', { a: user(['u1', 'u2', 'u3'], { round: 'sequential' }) }))
  expect(at(run, 'a')?.people).toEqual(['u1', 'u2', 'u3'])
  run.complete('a')
  expect(at(run, 'a')?.people).toEqual(['u2', 'u3'])
  run.send({ type: 'delegate', taskId: run.task('a'), by: 'u2', to: 'u8' })
  expect(at(run, 'a')?.people).toEqual(['u8', 'u2', 'u3'])
})

it('waits for those who were added before somebody', async () => {
  const run = start(await draw('start -> a -> b -> end', { a: user('u1'), b: user('u2') }))
  run.send({ type: 'addSigners', taskId: run.task('a'), by: 'u1', people: ['u7'], how: 'before' })
  expect(look(run)).toMatchObject([{ elementId: 'a', people: ['u1', 'u7'] }, { elementId: 'b' }])
})

it('takes a suspended case as resumed, and says nothing of one that has ended', async () => {
  const run = start(await draw('start -> a -> b -> end', { a: user('u1'), b: user('u2') }))
  run.send({ type: 'suspend', by: 'administrator' })
  expect(ids(run)).toEqual(['a', 'b'])
  run.send({ type: 'terminate', by: 'administrator' })
  expect(look(run)).toEqual([])
})

it('knows where a step leads that a return opened, when it is decided otherwise than before', async () => {
  const lines = 'start -> a -> gate\ngate -[decisions.a = "reject"]-> other -> end\ngate -[else]-> b -> c -> end2'
  const steps = { a: user('u1', { policies: 'onReject="continue"' }), other: user('u4'), b: user('u2'), c: user('u3') }
  const run = start(await draw(lines, steps))
  run.complete('a')
  run.complete('b')
  run.return('c', 'a', { after: 'straight' })
  expect(ids(run)).toEqual(['a', 'c'])
  expect(at(run, 'a')?.otherwise).toEqual(expect.arrayContaining(['other', 'b']))
})

it('names what a thrown event sets going, on a way that is not taken now', async () => {
  const error = '<errorEventDefinition />'
  const inside = sub('startIn -> in -> gate\ngate -[bad]-> endBad\ngate -[else]-> endIn', {
    in: user('u1'),
    endBad: node('endEvent', error),
  })
  const lines = 'start -> s -> end\nfailed -> repair -> end2'
  const run = start(await draw(lines, { s: inside, failed: boundary('s', error), repair: user('u2') }))
  expect(at(run, 'in')?.otherwise).toContain('repair')
})

it('names another time of an activity that a condition repeats, and of two visits of a step follows both', async () => {
  const again =
    '<standardLoopCharacteristics loopMaximum="2"><loopCondition>more</loopCondition></standardLoopCharacteristics>'
  const inside = 'startIn -> first -> second -> endIn'
  const loop = node('subProcess', `${again}${scopeOf(inside, { first: user('u1'), second: user('u2') })}`)
  const run = start(await draw('start -> s -> end', { s: loop }))
  run.complete('first')
  expect(at(run, 'second')?.otherwise).toContain('first')

  const twice = await draw('start -> split -> a -> b -> end\nsplit -> c -> a', {
    ...{ split: parallel, a: user('u1'), b: user('u2'), c: node('task') },
  })
  expect(look(start(twice)).map(({ elementId, state }) => `${elementId} ${state}`)).toEqual(['a open', 'b expected'])
})
