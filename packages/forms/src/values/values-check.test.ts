import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { randomForms, randomValues } from '../../test/random-forms.ts'
import { compile } from '../feel/index.ts'
import { type FormValues, parseForm } from '../index.ts'
import { validateValues } from './validate-values.ts'
import { createValuesCheck } from './values-check.ts'

afterEach(() => vi.restoreAllMocks())

/** Values one change further; what the change does not touch stays the same object. */
const change = fc.tuple(randomValues, fc.constantFrom('甲', '乙', '丙', '末', '数', '量', '合', '表', '行'), fc.nat(5))

function changed(values: FormValues, [other, key, at]: [FormValues, string, number]): FormValues {
  if (key !== '行') return { ...values, [key]: other[key] }
  const [rows, others] = [values.表, other.表]
  if (!Array.isArray(rows) || !Array.isArray(others) || others.length === 0) return values
  return { ...values, 表: rows.map((row, index) => (index === at ? others[0] : row)) }
}

describe('values that change', () => {
  it('are judged as if they were new', () => {
    fc.assert(
      fc.property(randomForms, randomValues, fc.array(change, { maxLength: 12 }), (form, first, changes) => {
        const check = createValuesCheck(form)
        let values = first
        for (const next of changes) {
          values = changed(values, next)
          expect(check(values)).toEqual(validateValues(form, structuredClone(values)))
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('are judged by the access at hand', () => {
    fc.assert(
      fc.property(randomForms, randomValues, randomValues, (form, one, other) => {
        const check = createValuesCheck(form)
        for (const options of [{}, { access: { 表: 'read', 甲: 'edit' } as const }, { complete: false }]) {
          for (const values of [one, other])
            expect(check(values, options)).toEqual(validateValues(form, values, options))
        }
      }),
    )
  })
})

describe('one keystroke', () => {
  const expressions = {
    visible: '{{ 类别 = "服务" }}',
    total: '{{ sum(明细.小计) }}',
    row: '{{ 单价 * 数量 }}',
    rule: '{{ 数量 < 上限 or 上限 = null }}',
    shared: '{{ 税率 > 0 }}',
    clock: '{{ 截止 > string(today()) }}',
  }
  const form = parseForm({
    key: 'test',
    title: '测试',
    schema: {
      type: 'object',
      properties: {
        类别: { type: 'string' },
        备注: { type: 'string' },
        税率: { type: 'number' },
        上限: { type: 'number' },
        截止: { type: 'string', 'x-validator': [{ rule: expressions.clock }] },
        说明: {
          type: 'void',
          'x-visible': expressions.visible,
          properties: { 甲: { type: 'string' }, 乙: { type: 'string' } },
        },
        明细: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              单价: { type: 'number' },
              数量: { type: 'number', 'x-validator': [{ rule: expressions.rule }] },
              税: { type: 'number', 'x-visible': expressions.shared },
              小计: { type: 'number', 'x-value': expressions.row },
            },
          },
        },
        合计: { type: 'number', 'x-value': expressions.total },
      },
    },
  })
  const rows = Array.from({ length: 50 }, (_, index) => ({ 单价: index, 数量: 2 }))
  const values: FormValues = { 类别: '货物', 备注: '', 税率: 1, 上限: 9, 截止: '2024-12-31', 明细: rows }
  const day = '2024-06-01T02:00:00Z'

  /** How often each expression was evaluated by a change. */
  function counted(after: FormValues, now = day): Record<string, number> {
    const check = createValuesCheck(form)
    check(values, { now: day })
    const spies = Object.entries(expressions).map(
      ([name, expression]) => [name, vi.spyOn(compile(expression), 'evaluate')] as const,
    )
    check(after, { now })
    const counts = spies.map(([name, spy]) => [name, spy.mock.calls.length] as const)
    vi.restoreAllMocks()
    return Object.fromEntries(counts.filter(([, count]) => count > 0))
  }

  it('evaluates nothing where nothing reads what was typed', () => {
    expect(counted({ ...values, 备注: '急' })).toEqual({})
  })

  it('evaluates the condition of a section once, whatever lies in it', () => {
    expect(counted({ ...values, 类别: '服务' })).toEqual({ visible: 1 })
  })

  it('evaluates a cell of a table, and the total over it', () => {
    const touched = rows.map((row, index) => (index === 7 ? { ...row, 单价: 100 } : row))
    expect(counted({ ...values, 明细: touched })).toEqual({ row: 1, total: 1 })
  })

  it('evaluates the rows that read a field outside, and nothing else of them', () => {
    expect(counted({ ...values, 税率: 2 })).toEqual({ shared: 50 })
    expect(counted({ ...values, 上限: 5 })).toEqual({ rule: 50 })
  })

  it('evaluates what reads the day when it is another', () => {
    expect(counted({ ...values }, '2024-06-01T03:00:00Z')).toEqual({})
    expect(counted({ ...values }, '2024-06-02T03:00:00Z')).toEqual({ clock: 1 })
  })
})
