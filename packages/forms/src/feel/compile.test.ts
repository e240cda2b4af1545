import { describe, expect, it } from 'vitest'
import { compile } from './compile.ts'
import { createFormilyCompiler } from './formily-compiler.ts'

const evaluate = (text: string, scope = {}, now?: string) => compile(text).evaluate(scope, now ? { now } : {})

describe('compile', () => {
  it.each([
    ['{{ 拟认定层次 = "A" }}', { 拟认定层次: 'A' }, true],
    ['sum(明细.金额)', { 明细: [{ 金额: 1 }, { 金额: 2 }] }, 3],
    ['(date(起止[2]) - date(起止[1])).days + 1', { 起止: ['2024-06-01', '2024-06-03'] }, 3],
    ['没有的名字', {}, null],
    ['没有的名字 + 1', {}, null],
    ['甲.constructor', { 甲: 'x' }, null],
    ['date("2024-06-01")', {}, '2024-06-01'],
    ['$deps[1] = "$deps"', { $deps: ['$deps'] }, true],
    ['$self.value > 1', { $self: { value: 2 } }, true],
  ])('%s', (text, scope, value) => {
    expect(evaluate(text, scope)).toEqual(value)
  })

  it('takes the day in China from the instant handed in', () => {
    expect(evaluate('today()', {}, '2024-03-14T17:00:00Z')).toBe('2024-03-15')
  })

  it('knows what an expression reads, without what it binds itself', () => {
    const compiled = compile('for 行 in 明细 return 行.金额 * 税率 + sum(附表.数量)')
    expect(compiled.dependencies).toEqual(['明细', '税率', '附表'])
    expect(compiled.paths).toEqual(['明细', '税率', '附表.数量'])
  })

  it('reads in a filter what the item may not have, and a column where there is one', () => {
    expect(compile('明细[金额 > 门槛]').dependencies).toEqual(['明细', '金额', '门槛'])
    const names = ['明细', '明细.金额', '金额', '门槛']
    expect(compile('明细[金额 > 门槛].名称', { names }).paths).toEqual(['明细', '明细.金额', '门槛'])
  })

  it('returns the same object for the same text', () => {
    expect(compile('甲 + 1')).toBe(compile('甲 + 1'))
    expect(compile('甲 + 1', { names: ['甲'] })).not.toBe(compile('甲 + 1', { names: ['乙'] }))
  })

  it('says what is wrong, and does not evaluate what does not parse', () => {
    const codes = (text: string) => compile(text, { names: ['明细', '明细.金额'] }).issues.map((issue) => issue.code)
    expect(codes('明细 +')).toEqual(['EXPRESSION_SYNTAX'])
    expect(codes('sum(明细.数量)')).toEqual(['UNKNOWN_NAME'])
    expect(codes('sum(明细[金额 > 3].金额)')).toEqual([])
    expect(() => evaluate('1 +')).toThrow(expect.objectContaining({ code: 'EXPRESSION_INVALID' }))
  })
})

it('touches only what an expression reads when Formily asks', () => {
  const touched: string[] = []
  const $values = new Proxy(
    { 甲: 1, 乙: 2 },
    {
      get(target, key) {
        touched.push(String(key))
        return Reflect.get(target, key)
      },
    },
  )
  expect(createFormilyCompiler()('甲 = 1', { $values })).toBe(true)
  expect(touched).toEqual(['甲'])
})
