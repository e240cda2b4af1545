import { evaluate } from 'feelin'
import { expect, it } from 'vitest'
import { type DrawnTable, decisionXml, dmn, requiring } from '../../test/decision-table.ts'
import { refused } from '../../test/start.ts'
import { decide, parseDecision } from '../index.ts'

const feel = (expression: string, variables: object) => evaluate(expression, { ...variables }).value

async function decided(table: DrawnTable, variables: Record<string, unknown>) {
  const decision = await parseDecision(dmn(decisionXml(table)))
  return () => decide(decision, variables, feel)
}

async function byTable(table: DrawnTable, variables: Record<string, unknown>) {
  return (await decided(table, variables))()
}

const LEVEL: DrawnTable = {
  inputs: ['人数'],
  outputs: ['档'],
  rules: [
    ['< 10', '"小"'],
    ['[10..100)', '"中"'],
    ['>= 100', '"大"'],
    ['> 1000', '"特大"'],
  ],
}

it('UNIQUE gives the output of the one rule that hits, null where none does', async () => {
  expect(await byTable(LEVEL, { 人数: 10 })).toBe('中')
  expect(await byTable(LEVEL, { 人数: null })).toBe(null)
})

it('UNIQUE refuses two rules that hit, and names them', async () => {
  const details = refused('HIT_POLICY_VIOLATED', await decided(LEVEL, { 人数: 2000 }))
  expect(details).toEqual({ decisionId: 'd', hitPolicy: 'UNIQUE', rules: [3, 4] })
})

it('FIRST gives the first that hits', async () => {
  expect(await byTable({ ...LEVEL, hitPolicy: 'FIRST' }, { 人数: 2000 })).toBe('大')
})

const AGREEING: DrawnTable = {
  hitPolicy: 'ANY',
  inputs: ['假期', '天数'],
  outputs: ['结论'],
  rules: [
    ['"病假"', '-', '"批准"'],
    ['-', '<= 3', '"批准"'],
    ['-', '> 30', '"不批"'],
  ],
}

it('ANY gives what all that hit agree on', async () => {
  expect(await byTable(AGREEING, { 假期: '病假', 天数: 2 })).toBe('批准')
  const details = refused('HIT_POLICY_VIOLATED', await decided(AGREEING, { 假期: '病假', 天数: 31 }))
  expect(details).toMatchObject({ hitPolicy: 'ANY', rules: [1, 3] })
})

const RANKED: DrawnTable = {
  hitPolicy: 'PRIORITY',
  inputs: ['n'],
  outputs: [{ name: 'risk', allowed: '"high", "low"' }, 'why'],
  rules: [
    ['> 1', '"low"', '"one"'],
    ['> 2', '"high"', '"two"'],
    ['> 3', '"high"', '"three"'],
  ],
}

it('PRIORITY gives the output value that stands first among the allowed ones', async () => {
  expect(await byTable(RANKED, { n: 9 })).toEqual({ risk: 'high', why: 'two' })
  expect(await byTable(RANKED, { n: 2 })).toEqual({ risk: 'low', why: 'one' })
})

it('OUTPUT ORDER and RULE ORDER give all, by priority and as drawn', async () => {
  const risks = async (hitPolicy: string) =>
    [await byTable({ ...RANKED, hitPolicy }, { n: 3 })].flat().map((one) => (one as { risk: string }).risk)
  expect(await risks('OUTPUT ORDER')).toEqual(['high', 'low'])
  expect(await risks('RULE ORDER')).toEqual(['low', 'high'])
})

it.each([
  [undefined, [10, 5, 20], []],
  ['SUM', 35, null],
  ['MIN', 5, null],
  ['MAX', 20, null],
  ['COUNT', 3, 0],
])('COLLECT %s', async (aggregation, many, none) => {
  const table: DrawnTable = {
    hitPolicy: 'COLLECT',
    aggregation,
    inputs: ['加分项'],
    outputs: ['分'],
    rules: [
      ['list contains(?, "专利")', '10'],
      ['list contains(?, "论文")', '5'],
      ['count(?) >= 2', '10 * 2'],
    ],
  }
  expect(await byTable(table, { 加分项: ['专利', '论文'] })).toEqual(many)
  expect(await byTable(table, { 加分项: [] })).toEqual(none)
})

it('COLLECT adds up nothing but numbers', async () => {
  const table = { hitPolicy: 'COLLECT', aggregation: 'SUM', inputs: [], outputs: ['x'], rules: [['"1"'], ['2']] }
  expect(refused('HIT_POLICY_VIOLATED', await decided(table, {}))).toMatchObject({ rules: [1, 2] })
})

it('gives the default where no rule hits', async () => {
  const table: DrawnTable = { inputs: ['n'], outputs: [{ name: 'x', fallback: '"其他"' }], rules: [['1', '"一"']] }
  expect(await byTable(table, { n: 2 })).toBe('其他')
  const two: DrawnTable = { ...table, outputs: [{ name: 'x', fallback: '0' }, 'y'], rules: [['1', '1', '2']] }
  expect(await byTable(two, { n: 2 })).toEqual({ x: 0, y: null })
})

it('refuses a value that is not allowed, and says which', async () => {
  const table: DrawnTable = {
    inputs: [{ expression: '类别', allowed: '"A", "B"' }],
    outputs: [{ name: '金额', allowed: '[0..100]' }],
    rules: [
      ['"A"', '50'],
      ['"B"', '500'],
    ],
  }
  expect(await byTable(table, { 类别: 'A' })).toBe(50)
  const input = refused('VALUE_NOT_ALLOWED', await decided(table, { 类别: 'C' }))
  expect(input).toEqual({ decisionId: 'd', name: '类别', value: 'C', allowed: '"A", "B"' })
  const output = refused('VALUE_NOT_ALLOWED', await decided(table, { 类别: 'B' }))
  expect(output).toMatchObject({ name: '金额', value: 500, allowed: '[0..100]' })
})

it('reads dates and durations that come as text', async () => {
  const table: DrawnTable = {
    inputs: [
      { expression: '到期', type: 'date' },
      { expression: '期限', type: 'dayTimeDuration' },
    ],
    outputs: ['x'],
    rules: [
      ['< date("2026-06-01")', '> duration("P3D")', '1'],
      ['-', '<= duration("P3D")', '2'],
    ],
  }
  expect(await byTable(table, { 到期: '2026-05-31', 期限: 'P5D' })).toBe(1)
  expect(await byTable(table, { 到期: '2026-06-01', 期限: 'P5D' })).toBe(null)
  expect(await byTable(table, { 到期: '2026-06-01', 期限: 'P2D' })).toBe(2)
})

it('decides first what a decision requires, each once and in order', async () => {
  const expression = (id: string, name: string, feelText: string, ...requires: string[]) =>
    `<decision id="${id}" name="${id}"><variable name="${name}" />${requiring(...requires)}<literalExpression><text>${feelText}</text></literalExpression></decision>`
  const table = decisionXml(
    {
      inputs: ['总分', '基础分'],
      outputs: ['结论'],
      rules: [
        ['> 100', '> 50', '"优"'],
        ['-', '<= 50', '"良"'],
      ],
    },
    { inside: requiring('total', 'base') },
  )
  const xml = dmn(table + expression('total', '总分', '基础分 * 2', 'base') + expression('base', '基础分', 'a + b'))
  const decision = await parseDecision(xml)
  expect(decision.steps.map(({ id }) => id)).toEqual(['base', 'total', 'd'])
  const asked: string[] = []
  const evaluated = (text: string, variables: object) => {
    asked.push(text)
    return feel(text, variables)
  }
  expect(decide(decision, { a: 30, b: 40 }, evaluated)).toBe('优')
  expect(asked.filter((text) => text === 'a + b')).toHaveLength(1)
})

it('sees of other decisions only those that it requires', async () => {
  const xml = dmn(
    `<decision id="d" name="d">${requiring('b')}<literalExpression><text>if a = null then b else "seen"</text></literalExpression></decision>
     <decision id="b" name="b">${requiring('a')}<literalExpression><text>a + 1</text></literalExpression></decision>
     <decision id="a" name="a"><literalExpression><text>1</text></literalExpression></decision>`,
  )
  expect(decide(await parseDecision(xml), {}, feel)).toBe(2)
})
