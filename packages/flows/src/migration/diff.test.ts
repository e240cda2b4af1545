import { expect, it } from 'vitest'
import { after, boundary, draw, parallel, sub, user } from '../../test/draw.ts'
import { diff } from '../index.ts'

const elements = { a: user('u1', { name: '科长审核' }), b: user('u2', { name: '局长审批' }) }
const line = await draw('start -> a -> b -> end', elements)
const said = (result: ReturnType<typeof diff>, language: 'zh' | 'en' = 'zh') =>
  result.changes.map(({ words }) => words[language])

it('says nothing of the same diagram', async () => {
  const result = diff(line, await draw('start -> a -> b -> end', elements))
  expect(result.changes).toEqual([])
  expect(result.mapping).toEqual({})
  expect(result.matches.every(({ confidence }) => confidence === 'id')).toBe(true)
})

it('says in both languages who is asked instead, and how', async () => {
  const next = await draw('start -> a -> b -> end', {
    a: user(['u1', 'u3'], { name: '科长审核', round: 'all', due: 'after="P5D" calendar="work" overdue="remind"' }),
    b: user('u2', { name: '局长签批', policies: 'onReject="continue"' }),
  })
  const result = diff(line, next)
  expect(said(result)).toEqual([
    '审批步骤「科长审核」的办理人由「人员 u1」改为「人员 u1、人员 u3」',
    '审批步骤「科长审核」的会签方式由「一人办理」改为「会签」',
    '审批步骤「科长审核」的办理时限由「无」改为「P5D（工作日），逾期提醒」',
    '审批步骤「局长审批」的名称由「局长审批」改为「局长签批」',
    '审批步骤「局长审批」的审批策略有改动',
  ])
  expect(said(result, 'en')[0]).toBe('The people of the step “科长审核”: “person u1” is now “person u1, person u3”')
  expect(result.changes.map(({ aspect }) => aspect)).toEqual(['people', 'round', 'due', 'name', 'policies'])
})

it('says what was added and removed, and where flows lead now', async () => {
  const next = await draw('start -> a -> c -> end', { a: elements.a, c: user('u3', { name: '会计复核' }) })
  const { changes } = diff(line, next)
  expect(changes).toContainEqual(expect.objectContaining({ kind: 'removed', from: 'b' }))
  expect(changes).toContainEqual(expect.objectContaining({ kind: 'added', to: 'c' }))
  expect(changes.filter(({ what }) => what === 'sequenceFlow').map(({ kind }) => kind)).toEqual([
    'removed',
    'changed',
    'added',
  ])
})

it('says which conditions changed', async () => {
  const drawn = (days: number) => draw(`start -> gate -[days > ${days}]-> a -> end\ngate -[else]-> b -> end`, elements)
  expect(said(diff(await drawn(3), await drawn(5)))).toEqual([
    '流向「gate → 科长审核」的条件由「days > 3」改为「days > 5」',
  ])
})

it('finds by name and neighbours what has another id', async () => {
  const next = await draw('begin -> x -> y -> z', {
    begin: (id) => `<startEvent id="${id}" />`,
    x: elements.a,
    y: elements.b,
    z: (id) => `<endEvent id="${id}" />`,
  })
  const { changes, mapping, matches } = diff(line, next)
  expect(mapping).toEqual({
    start: 'begin',
    a: 'x',
    b: 'y',
    end: 'z',
    'start-a': 'begin-x',
    'a-b': 'x-y',
    'b-end': 'y-z',
  })
  expect(changes).toEqual([])
  expect(matches.every(({ confidence }) => confidence === 'neighbours')).toBe(true)
})

it('does not guess between two of the same name', async () => {
  const twice = { x: elements.a, y: elements.a }
  const before = await draw('start -> split -> x -> end\nsplit -> y -> end', { split: parallel, ...twice })
  const after = await draw('start -> split -> v -> end\nsplit -> w -> end', {
    split: parallel,
    v: elements.a,
    w: elements.a,
  })
  expect(
    diff(before, after)
      .matches.filter(({ confidence }) => confidence === 'none')
      .map(({ from }) => from),
  ).toContain('x')
})

it('says what moved into a sub-process', async () => {
  const next = await draw('start -> s -> end', { s: sub('start2 -> a -> b -> end2', elements) })
  expect(said(diff(line, next))).toEqual(
    expect.arrayContaining(['审批步骤「科长审核」移入了子流程「s」', '审批步骤「局长审批」移入了子流程「s」']),
  )
})

it('keeps an arrival at its join when something is drawn into the flow before it', async () => {
  const lines = (branch: string) => `start -> split -> ${branch} -> join -> end\nsplit -> b -> join`
  const known = { ...elements, split: parallel, join: parallel, c: user('u3') }
  const { c: _, ...first } = known
  const { mapping } = diff(await draw(lines('a'), first), await draw(lines('a -> c'), known))
  expect(mapping).toEqual({ 'a-join': 'c-join' })
})

it('names boundary events by where they sit', async () => {
  const drawn = (time: string) =>
    draw('start -> a -> b -> end\nlate -> end', { ...elements, late: boundary('a', after(time)) })
  expect(diff(await drawn('P1D'), await drawn('P2D')).changes).toMatchObject([{ from: 'late', aspect: 'event' }])
})
