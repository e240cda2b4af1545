import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseForm } from '../schema/parse-form.ts'
import type { AccessMap } from './access.ts'
import { accessOf } from './access-of.ts'
import { filterValues } from './filter-values.ts'
import { maskText, maskValues } from './mask-values.ts'
import { mergeValues } from './merge-values.ts'

const form = parseForm({
  key: 'test',
  title: '测试',
  schema: {
    type: 'object',
    properties: {
      甲: { type: 'string' },
      证件: { type: 'string', 'x-sensitivity': 'identity' },
      节: { type: 'void', properties: { 电话: { type: 'string', 'x-sensitivity': 'phone' } } },
      意见: { type: 'array', 'x-component': 'Opinion' },
      明细: {
        type: 'array',
        'x-component': 'SubTable',
        items: { type: 'object', properties: { 名称: { type: 'string' }, 金额: { type: 'number' } } },
      },
    },
  },
})

const text = fc.string({ minLength: 1, maxLength: 20 })
const values = fc.record(
  {
    甲: text,
    证件: text,
    电话: text,
    明细: fc.uniqueArray(fc.record({ id: fc.nat(99), 名称: text, 金额: fc.integer() }), {
      selector: (row) => row.id,
      maxLength: 4,
    }),
  },
  { requiredKeys: [] },
)
const access: fc.Arbitrary<AccessMap> = fc.dictionary(
  fc.constantFrom('甲', '证件', '电话', '意见', '明细', '明细.名称', '明细.金额', '*'),
  fc.constantFrom('hidden' as const, 'read' as const, 'edit' as const, 'require' as const),
)

describe('laws of access', () => {
  it('what is filtered and sent back changes nothing', () => {
    fc.assert(
      fc.property(values, access, (stored, map) => {
        const { values: merged, issues } = mergeValues(form, stored, filterValues(form, stored, map), map)
        expect(issues).toEqual([])
        expect(merged).toEqual(stored)
      }),
    )
  })

  it('what is masked and sent back changes nothing', () => {
    fc.assert(
      fc.property(values, access, (stored, map) => {
        const { values: merged, issues } = mergeValues(
          form,
          stored,
          maskValues(form, filterValues(form, stored, map)),
          map,
        )
        expect(issues).toEqual([])
        expect(merged).toEqual(stored)
      }),
    )
  })

  it('only fields that may be edited change, whatever is sent', () => {
    fc.assert(
      fc.property(values, values, access, (stored, sent, map) => {
        const { values: merged } = mergeValues(form, stored, sent, map)
        for (const key of ['甲', '证件', '电话'] as const) {
          if (accessOf(map, key) !== 'edit') expect(merged[key]).toEqual(stored[key])
        }
      }),
    )
  })

  it('filtering twice is filtering once', () => {
    fc.assert(
      fc.property(values, access, (stored, map) => {
        const once = filterValues(form, stored, map)
        expect(filterValues(form, once, map)).toEqual(once)
      }),
    )
  })

  it('masking a mask changes nothing', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('identity', 'phone', 'email', 'address', 'name', 'bank'), (value, kind) => {
        const masked = maskText(value, kind as 'identity')
        expect(maskText(masked, kind as 'identity')).toBe(masked)
      }),
    )
  })
})

it('masks as offices do', () => {
  expect(maskText('37030319860101123X', 'identity')).toBe('3703**********123X')
  expect(maskText('13812345678', 'phone')).toBe('138****5678')
  expect(maskText('xx@example.com', 'email')).toBe('x****@example.com')
})

it('refuses a field the step cannot edit, an unknown one, and an opinion', () => {
  const sent = { 甲: '新', 丙: 1, 意见: [{ text: '同意' }] }
  const { values: merged, issues } = mergeValues(form, { 甲: '旧' }, sent, { 甲: 'read', 意见: 'edit' })
  expect(merged).toEqual({ 甲: '旧' })
  expect(issues.map((issue) => issue.code)).toEqual(['FIELD_NOT_EDITABLE', 'UNKNOWN_FIELD', 'FIELD_NOT_EDITABLE'])
})

it('keeps a protected column by the id of its row when rows move', () => {
  const stored = {
    明细: [
      { id: 1, 名称: 'a', 金额: 1 },
      { id: 2, 名称: 'b', 金额: 2 },
    ],
  }
  const sent = { 明细: [{ id: 2, 名称: 'B' }, { 名称: 'c' }] }
  const { values: merged, issues } = mergeValues(form, stored, sent, { 明细: 'edit', '明细.金额': 'hidden' })
  expect(issues).toEqual([])
  expect(merged.明细).toEqual([{ id: 2, 名称: 'B', 金额: 2 }, { 名称: 'c' }])
})

it('takes no new row from a step that may only edit a column', () => {
  const { issues } = mergeValues(form, { 明细: [] }, { 明细: [{ 名称: 'c' }] }, { 明细: 'read', '明细.名称': 'edit' })
  expect(issues.map((issue) => issue.code)).toEqual(['FIELD_NOT_EDITABLE'])
})
