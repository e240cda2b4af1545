import { compile } from '@zhupi/forms/feel'
import { evaluate } from 'feelin'
import { type BenchRow, beside } from './medians.ts'

/*
 * Evaluations a second of expressions as forms have them, ours compiled and cached, beside feelin, which keeps no compiled
 * expression. Both are given the same values, ours by the text of the expression as a caller has it.
 */

const EXPRESSIONS: Array<[string, string, Record<string, unknown>]> = [
  ['a condition', '拟认定层次 = "A"', { 拟认定层次: 'A' }],
  ['arithmetic of a row', '单价 * 数量 * (1 + 税率)', { 单价: 12.5, 数量: 3, 税率: 0.13 }],
  [
    'dates',
    '引进时间 >= 毕业时间 and date(引进时间) - date(毕业时间) < duration("P3650D")',
    { 引进时间: '2024-06-01', 毕业时间: '2020-07-01' },
  ],
  [
    'the birth date in an identity number',
    'if 证件号 != null and string length(证件号) = 18 then substring(证件号, 7, 8) = replace(出生日期, "-", "") else true',
    { 证件号: '11010519491231002X', 出生日期: '1949-12-31' },
  ],
  [
    'the total of 100 rows',
    'sum(明细[数量 > 1].金额)',
    { 明细: Array.from({ length: 100 }, (_, index) => ({ 数量: index % 4, 金额: index })) },
  ],
]

export async function rows(): Promise<BenchRow[]> {
  const found: BenchRow[] = []
  for (const [name, expression, scope] of EXPRESSIONS) {
    const ours = compile(expression).evaluate(scope)
    const { value } = evaluate(expression, scope)
    if (JSON.stringify(ours) !== JSON.stringify(value)) throw new Error(`${name}: ${ours} is not ${value}`)
    found.push(
      await beside(
        `FEEL, ${name}`,
        () => {
          for (let time = 0; time < 100; time += 1) compile(expression).evaluate(scope)
        },
        () => {
          for (let time = 0; time < 100; time += 1) evaluate(expression, scope)
        },
        'hundred evaluations/s',
      ),
    )
  }
  return found
}
