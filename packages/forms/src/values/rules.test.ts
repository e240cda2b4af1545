import { describe, expect, it } from 'vitest'
import { moneyInWords } from '../components/money-in-words.ts'
import { parseForm } from '../schema/parse-form.ts'
import { validateValues } from './validate-values.ts'

const form = parseForm({
  key: 'test',
  title: '测试',
  schema: {
    type: 'object',
    properties: {
      合计: { type: 'number', 'x-value': '{{ sum(明细.小计) }}' },
      类别: { type: 'string', enum: ['货物', '服务'], required: true },
      说明: { type: 'string', required: true, 'x-visible': '{{ 类别 = "服务" }}' },
      手机: { type: 'string', 'x-format': 'mobile' },
      明细: {
        type: 'array',
        title: '明细',
        items: {
          type: 'object',
          properties: {
            单价: { type: 'number', minimum: 0, required: true },
            数量: { type: 'number', 'x-validator': { rule: '{{ 数量 < 上限 or 上限 = null }}', message: '超过上限' } },
            小计: { type: 'number', 'x-value': '{{ 单价 * 数量 }}' },
          },
        },
      },
      上限: { type: 'number' },
    },
  },
})
const faults = (values: object, options = {}) =>
  validateValues(form, values as Record<string, unknown>, options).issues.map(
    ({ code, path }) => `${code} ${path.join('.')}`,
  )

describe('validateValues', () => {
  it('computes columns first, then what sums them', () => {
    const { values } = validateValues(form, {
      合计: 0,
      类别: '货物',
      明细: [
        { 单价: 2, 数量: 3 },
        { id: 'b', 单价: 1, 数量: 1 },
      ],
    })
    expect(values.合计).toBe(7)
    expect(values.明细).toEqual([
      { 单价: 2, 数量: 3, 小计: 6 },
      { id: 'b', 单价: 1, 数量: 1, 小计: 1 },
    ])
  })

  it('demands a field only where it is shown, editable and the form is complete', () => {
    expect(faults({ 类别: '服务' })).toEqual(['REQUIRED 说明'])
    expect(faults({ 类别: '货物' })).toEqual([])
    expect(faults({ 类别: '服务' }, { complete: false })).toEqual([])
    expect(faults({ 类别: '服务' }, { access: { 说明: 'read' } })).toEqual([])
  })

  it('drops the value of a field that is not there', () => {
    const { values, visible } = validateValues(form, { 类别: '货物', 说明: 'x' })
    expect(values).toEqual({ 类别: '货物' })
    expect(visible).toMatchObject({ 类别: true, 说明: false })
  })

  it('checks type, choice, format, range and rules, in tables with the row named', () => {
    expect(faults({ 类别: '工程', 手机: '1', 明细: [{ 单价: -1, 数量: 5 }, { 数量: '1' }], 上限: 3 })).toEqual([
      'CHOICE 类别',
      'FORMAT 手机',
      'RANGE 明细.0.单价',
      'RULE 明细.0.数量',
      'REQUIRED 明细.1.单价',
      'TYPE 明细.1.数量',
    ])
  })
})

it.each([
  [0, '零元整'],
  [1234.5, '壹仟贰佰叁拾肆元伍角整'],
  [10001, '壹万零壹元整'],
  [100_000_000, '壹亿元整'],
  [1.05, '壹元零伍分'],
])('writes %s as %s', (amount, words) => {
  expect(moneyInWords(amount)).toBe(words)
})
