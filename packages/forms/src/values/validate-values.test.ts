import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type FormDefinition, parseForm } from '../index.ts'
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
