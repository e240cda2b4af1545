import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type AccessMap, type FormDefinition, parseForm } from '../index.ts'
import { validateValues } from './validate-values.ts'

const example = (path: string): FormDefinition =>
  parseForm(JSON.parse(readFileSync(new URL(`../../../../examples/${path}`, import.meta.url), 'utf8')))

it('computes the days of a leave from its range', () => {
  const form = example('leave-request/forms/leave.form.json')
  const { values } = validateValues(form, { 起止日期: ['2024-02-28', '2024-03-01'], 天数: 99 })
  expect(values.天数).toBe(3)
})

it('leaves out keys the form does not know, and says so', () => {
  const form = example('leave-request/forms/leave.form.json')
  const { values, issues } = validateValues(form, { 姓名: 'XX', 外来: 1 }, { complete: false })
  expect(values).toEqual({ 姓名: 'XX' })
  expect(issues).toEqual([{ code: 'UNKNOWN_FIELD', path: ['外来'], message: '表单里没有字段「外来」' }])
})

it('demands what a step demands: a field, a column of every row, and of a table a row', () => {
  const form = parseForm({
    key: 'list',
    title: '清单',
    schema: {
      type: 'object',
      properties: {
        说明: { type: 'string', title: '说明' },
        明细: {
          type: 'array',
          title: '明细',
          'x-component': 'SubTable',
          items: { type: 'object', properties: { 名称: { type: 'string', title: '名称' }, 数量: { type: 'number' } } },
        },
      },
    },
  })
  const missing = (values: Record<string, unknown>, access: AccessMap, complete = true) =>
    validateValues(form, values, { access, complete }).issues.map(({ path }) => path.join('.'))
  expect(missing({}, { '*': 'edit' })).toEqual([])
  expect(missing({}, { 说明: 'require' })).toEqual(['说明'])
  expect(missing({}, { 说明: 'require' }, false)).toEqual([])
  expect(missing({}, { 明细: 'require' })).toEqual(['明细'])
  expect(missing({ 明细: [{ 数量: 1 }] }, { 明细: 'require' })).toEqual([])
  expect(missing({ 明细: [{ 数量: 1 }] }, { 明细: 'edit', '明细.名称': 'require' })).toEqual(['明细.0.名称'])
  expect(missing({ 明细: [{ 数量: 1 }] }, { 明细: 'hidden', '明细.名称': 'require' })).toEqual([])
})
