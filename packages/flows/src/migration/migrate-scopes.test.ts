import { describe, expect, it } from 'vitest'
import { draw, node, user } from '../../test/draw.ts'
import { start, type TestRun } from '../../test/start.ts'
import { diff, link, type ProcessDefinition, preflight, replay } from '../index.ts'

const people =
  '<extensionElements><zhupi:people from="user" value="{{ item }}" /><zhupi:policies onReject="continue" /></extensionElements>'
const over = (attributes: string) =>
  `<multiInstanceLoopCharacteristics zhupi:collection="{{ items }}" zhupi:elementVariable="item" ${attributes} />`
const asked = (attributes = '') => node('userTask', people + over(attributes))
const variables = { items: ['u1', 'u2', 'u3'] }

function move(run: TestRun, to: ProcessDefinition, mapping = diff(run.definition, to).mapping) {
  expect(preflight(run.definition, to, mapping, run.state)).toMatchObject({ verdict: 'moves' })
  const events = run.migrate(to, { mapping })
  expect(replay(run.events)).toEqual(run.state)
  return events
}

describe('an activity that is run for each entry', () => {
  const drawn = (id: string, attributes = '') =>
    draw(`start -> first -> ${id} -> last -> end`, {
      first: user('u8'),
      [id]: asked(`zhupi:resultCollection="results" zhupi:outputElement="decisions.${id}" ${attributes}`),
      last: user('u9'),
    })

  it.each(['', 'isSequential="true"'])(
    'keeps its instances, what they gave and their decisions: %s',
    async (marker) => {
      const run = start(await drawn('a', marker), { variables })
      run.complete('first')
      run.complete('a', 'reject', { by: 'u1' })
      move(run, await drawn('x', marker), { a: 'x' })
      run.complete('x', 'approve', { by: 'u2' })
      run.complete('x', 'approve', { by: 'u3' })
      expect(run.variables.results).toEqual(['reject', 'approve', 'approve'])
      expect(run.tasks()).toEqual(['last u9'])
      run.return('last', 'first')
      run.complete('first')
      expect(run.tasks()[0]).toBe('x u1')
    },
  )

  it('goes nowhere when its instances run otherwise, or do something else', async () => {
    const run = start(await drawn('a'), { variables })
    run.complete('first')
    run.complete('a', 'approve', { by: 'u2' })
    const other = [
      await drawn('a', 'isSequential="true"'),
      await draw('start -> first -> a -> last -> end', {
        first: user('u8'),
        a: node('receiveTask', over('')),
        last: user('u9'),
      }),
      await draw('start -> first -> a -> last -> end', { first: user('u8'), a: user('u7'), last: user('u9') }),
    ]
    for (const to of other) {
      expect(preflight(run.definition, to, {}, run.state)).toMatchObject({
        verdict: 'cannot',
        problems: [{ reason: 'scope-gone', id: 'a' }],
      })
    }
  })

  it('is told as the one element that is drawn', async () => {
    const to = await draw('start -> first -> a -> last -> end', { first: user('u8'), a: user('u7'), last: user('u9') })
    const { changes } = diff(to, await drawn('a'))
    expect(changes.map(({ aspect, to }) => [to, aspect])).toEqual([
      ['a', 'people'],
      ['a', 'policies'],
      ['a', 'actions'],
      ['a', 'loop'],
    ])
    expect(diff(await drawn('a'), await drawn('a')).changes).toEqual([])
  })
})

describe('a called process', () => {
  const caller = (version?: string) =>
    draw('start -> first -> call -> last -> end', {
      first: user('u8'),
      call: node(
        'callActivity',
        version ? `<extensionElements><zhupi:call binding="version" version="${version}" /></extensionElements>` : '',
        'calledElement="p"',
      ),
      last: user('u9'),
    })
  const check = (id: string, more = '') =>
    draw(`begin -> look -> ${id} ${more}-> finish`, {
      begin: node('startEvent'),
      look: user('u1'),
      [id]: user('u2', { name: 'Decide' }),
      ...(more && { extra: user('u3') }),
      finish: node('endEvent'),
    })

  it('keeps what is open in it, its variables and its decisions when another version of it is called', async () => {
    const run = start(link(await caller('1'), { processes: [await check('decide')] }), { variables: { n: 1 } })
    run.complete('first')
    run.complete('look', 'approve', { variables: { n: 2 } })
    const to = link(await caller('2'), { processes: [await check('decide2', '-> extra ')] })
    const { mapping } = diff(run.definition, to)
    expect(mapping).toMatchObject({ 'p@1/look': 'p@2/look', 'p@1/decide': 'p@2/decide2' })
    move(run, to, mapping)
    expect(run.tasks()).toEqual(['decide2 u2'])
    const call = run.state.activations.find(({ called }) => called)
    expect(call?.called).toMatchObject({ n: 2, decisions: { look: 'approve' } })
    run.return('decide2', 'look')
    run.complete('look')
    run.complete('decide2')
    run.complete('extra')
    expect(run.tasks()).toEqual(['last u9'])
    expect(run.variables.n).toBe(2)
  })

  it('renames the decisions inside', async () => {
    const run = start(link(await caller(), { processes: [await check('decide')] }))
    run.complete('first')
    run.complete('look')
    const to = link(await caller(), {
      processes: [
        await draw('begin -> seen -> decide -> finish', {
          begin: node('startEvent'),
          seen: user('u1'),
          decide: user('u2', { name: 'Decide' }),
          finish: node('endEvent'),
        }),
      ],
    })
    move(run, to, { ...diff(run.definition, to).mapping, 'p/look': 'p/seen' })
    expect(run.state.activations.find(({ called }) => called)?.called?.decisions).toEqual({ seen: 'approve' })
    expect(run.variables.decisions).toEqual({ first: 'approve' })
  })

  it('is left by a jump first when it is called no more', async () => {
    const run = start(link(await caller(), { processes: [await check('decide')] }))
    run.complete('first')
    const to = await draw('start -> first -> last -> end', { first: user('u8'), last: user('u9') })
    expect(preflight(run.definition, to, {}, run.state)).toMatchObject({
      verdict: 'cannot',
      problems: [{ reason: 'scope-gone', id: 'call' }],
    })
  })
})
