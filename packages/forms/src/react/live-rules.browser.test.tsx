import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { formOf, type MountedForm, mountForm } from '../../test/mount-form.tsx'
import type { FieldSchema, FormValues } from '../index.ts'

const text = (title: string, rules: Partial<FieldSchema> = {}): FieldSchema => ({
  type: 'string',
  title,
  'x-component': 'Input',
  ...rules,
})

const closing = { 'x-read-only': '{{ 定稿 = "是" }}' }

const table: FieldSchema = {
  type: 'array',
  title: '明细',
  'x-component': 'SubTable',
  items: {
    type: 'object',
    properties: {
      名称: text('名称', closing),
      单价: { type: 'number', title: '单价', 'x-component': 'NumberPicker' },
      小计: { type: 'number', title: '小计', 'x-component': 'NumberPicker', 'x-value': '{{ 单价 * 2 }}' },
    },
  },
}

const place = ({ element }: MountedForm, path: string) => element.querySelector<HTMLElement>(`[data-zp-path="${path}"]`)
const input = (form: MountedForm, path: string) => place(form, path)?.querySelector('input') ?? null

async function type(form: MountedForm, path: string, keys: string) {
  const target = input(form, path)
  if (!target) throw new Error(`no input at ${path}`)
  await userEvent.type(target, keys)
}

describe('what rules decide follows the values as they are typed', () => {
  it.each(['paper', 'stack'] as const)('a field is closed and opened: %s', async (layout) => {
    const form = await mountForm({
      form: formOf(
        { 定稿: text('定稿'), 备注: text('备注', closing) },
        { size: 'A4', title: '测试表', columns: [1, 1], rows: [[{ field: '定稿' }, { field: '备注' }]] },
      ),
      layout,
    })
    const around = () => place(form, '备注')?.closest(layout === 'paper' ? 'td' : '.zp-row')?.className
    await expect.poll(around).toMatch(/zp-(cell--fill|row--edit)/)
    await type(form, '定稿', '是')
    await expect.poll(() => input(form, '备注')).toBeNull()
    expect(around()).not.toMatch(/zp-(cell--fill|row--edit)/)
    await type(form, '定稿', '{Backspace}')
    await expect.poll(() => input(form, '备注')).not.toBeNull()
    expect(around()).toMatch(/zp-(cell--fill|row--edit)/)
  })

  it.each([1100, 390])('a column is closed by a field outside of the table, %i px wide', async (width) => {
    const form = await mountForm({
      form: formOf({ 定稿: text('定稿'), 明细: table }),
      values: { 明细: [{ 名称: '甲' }] },
      width,
    })
    await expect.poll(() => input(form, '明细.0.名称')).not.toBeNull()
    await type(form, '定稿', '是')
    await expect.poll(() => input(form, '明细.0.名称')).toBeNull()
    expect(input(form, '明细.0.单价')).not.toBeNull()
  })
})

it('a step that demands a field marks it, also when the step changes under an open form', async () => {
  const form = await mountForm({ form: formOf({ 定稿: text('定稿') }), access: { 定稿: 'edit' } })
  await expect.poll(() => input(form, '定稿')?.getAttribute('aria-required')).not.toBe('true')
  form.update({ access: { 定稿: 'require' } })
  await expect.poll(() => input(form, '定稿')?.getAttribute('aria-required')).toBe('true')
})

it('a row that nobody touched stays the very same through computing and typing', async () => {
  const form = await mountForm({
    form: formOf({ 定稿: text('定稿'), 明细: table }),
    values: { 明细: Array.from({ length: 30 }, (_, index) => ({ 名称: `${index}`, 单价: index })) },
    width: 1100,
  })
  const rows = () => form.handle.values().明细 as FormValues[]
  await expect.poll(() => input(form, '明细.0.名称')).not.toBeNull()
  expect(rows()[7]).toEqual({ 名称: '7', 单价: 7, 小计: 14 })
  const before = rows()
  await type(form, '明细.3.单价', '0')
  await expect.poll(() => rows()[3]).toEqual({ 名称: '3', 单价: 30, 小计: 60 })
  expect(rows().map((row, index) => row === before[index])).toEqual(before.map((_, index) => index !== 3))
})
