import { describe, expect, it } from 'vitest'
import { HOSTILE_MS, processorMs } from '../../test/processor-time.ts'
import { compile } from './compile.ts'

const rows = Array.from({ length: 5_000 }, (_, index) => ({ 金额: index }))
const nested = (open: string, close: string, count: number) => `${open.repeat(count)}1${close.repeat(count)}`

describe('an expression that would take too long', () => {
  it.each([
    ['a range without end', 'for i in 1..1000000000 return i'],
    ['steps that never meet the end', 'for i in 0.5..3 return i'],
    ['rows times rows', 'for a in 明细, b in 明细 return a.金额 * b.金额'],
    ['rows filtered for every row', 'for a in 明细 return count(明细[金额 > a.金额])'],
    ['a text that doubles', 'for i in 1..60 return if i = 1 then "xx" else partial[-1] + partial[-1]'],
    ['a list that doubles', 'for i in 1..60 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])'],
    ['a list in itself', 'string(for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]])'],
    ['a list in itself as the value', 'for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]]'],
    [
      'lists compared',
      '(for i in 1..40 return [partial[-1], partial[-1]]) = (for i in 1..40 return [partial[-1], partial[-1]])',
    ],
    ['a function without end', '{ f: function(n) f(n + 1), r: f(1) }.r'],
    ['a pattern that goes back', 'matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "^(a+)+$")'],
    ['a pattern whose case does not matter', 'matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "^(a|A)*$", "i")'],
    ['a pattern that starts anywhere', 'matches(长文, "a+b")'],
    ['a text copied again and again', 'for i in 1..100000 return upper case(长文)'],
    ['parts of a text', 'for i in 1..100000 return substring(长文, 1, 19999)'],
    ['a text searched again and again', 'for i in 1..100000 return contains(长文, "b")'],
    ['texts joined by a text', 'for i in 1..1000 return string join(for j in 1..100 return "a", 长文)'],
    ['the median of rows for every row', 'for a in 明细 return median(明细.金额)'],
    ['the mode of rows for every row', 'for a in 明细 return mode(明细.金额)'],
    ['the spread of rows for every row', 'for a in 明细 return stddev(明细.金额)'],
    ['rows sorted for every row', 'for a in 明细 return sort(明细.金额, function(a, b) a > b)'],
    ['rows searched for every row', 'for a in 明细 return index of(明细.金额, a.金额)'],
    ['rows turned round for every row', 'for a in 明细 return reverse(明细)'],
    ['rows compared with themselves for every row', 'for a in 明细 return 明细 = [明细, 1][1]'],
    ['distinct rows, each compared with all', 'distinct values(for i in 1..5000 return { a: i })'],
    [
      'zones without end',
      'for i in 1..100000 return date and time("2024-01-01T00:00:00@Asia/Shanghai") + duration("P1D")',
    ],
    ['the clock read without end', 'for i in 1..1000000 return now()'],
    ['a long replacement', 'replace(长文, "a", 长文)'],
    [
      'zones of other names without end',
      'for i in 1..100000 return date and time("2024-01-01T00:00:00@Etc/GMT" + string(i))',
    ],
    ['contexts compared with contexts', 'for a in 明细 return count(明细[item = a])'],
    ['dates without end', 'for i in 1..1000000 return date("2024-01-31") + duration("P1M")'],
    ['durations without end', 'for i in 1..1000000 return string(duration("P1DT1H"))'],
  ])('is refused at once: %s', async (_, text) => {
    const compiled = compile(text)
    expect(compiled.issues).toEqual([])
    const scope = { 明细: rows, 长文: 'a'.repeat(20_000) }
    const run = () =>
      expect(() => compiled.evaluate(scope)).toThrow(expect.objectContaining({ code: 'EXPRESSION_TOO_COSTLY' }))
    expect(await processorMs(run)).toBeLessThan(HOSTILE_MS)
  })

  it.each([
    ['brackets', nested('(', ')', 900)],
    ['lists', nested('[', ']', 900)],
    ['filters', `甲${'[甲'.repeat(600)}${']'.repeat(600)}`],
    ['conditions', `${'if 甲 then '.repeat(200)}1`],
    ['signs', `${'-'.repeat(1_900)}1`],
    ['broken brackets', '([{'.repeat(600)],
    ['numbers without end', '1 1 '.repeat(500)],
    ['quotation marks', '"'.repeat(1_901)],
    ['points without end', '1..'.repeat(600)],
    ['crossed brackets', '([{)]}'.repeat(330)],
    ['loops that are not finished', 'for a in '.repeat(220)],
    ['a text over the limit', '1 + '.repeat(900)],
  ])('does not even start: %s', async (_, text) => {
    let time = 0
    // What was compiled once is kept: each run is of another text.
    const run = () => {
      time += 1
      expect(compile(`${text}${' '.repeat(time)}`).issues).toHaveLength(1)
    }
    expect(await processorMs(run)).toBeLessThan(HOSTILE_MS)
  })

  it('leaves room to read the dates of the next expression', () => {
    expect(() => compile('for i in 1..1000000000 return i').evaluate({})).toThrow()
    expect(compile('@"2024-01-01T00:00:00@Asia/Shanghai"').evaluate({})).toBe('2024-01-01T00:00:00@Asia/Shanghai')
  })

  it('leaves room for the tables that forms may have', () => {
    expect(compile('sum(for 行 in 明细 return 行.金额 * 2)').evaluate({ 明细: rows })).toBe(24_995_000)
    expect(compile('count(明细[金额 >= 4000])').evaluate({ 明细: rows })).toBe(1_000)
    expect(compile('replace("1  2   3", "\\\\s+", " ")').evaluate({})).toBe('1 2 3')
  })
})

it('gives no way to a prototype', () => {
  for (const text of [
    '甲.__proto__',
    '甲.constructor',
    '{ "__proto__": { 乙: 1 } }.乙',
    'context put({}, "__proto__", 1)',
  ]) {
    expect(compile(text).evaluate({ 甲: {} })).toBeNull()
  }
})
