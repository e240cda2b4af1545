import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { formOf, type MountedForm, mountForm } from '../../../../test/mount-form.tsx'
import type { FieldSchema, FormValues } from '../../../index.ts'

const COLUMNS: Record<string, FieldSchema> = {
  姓名: { type: 'string', title: '姓名', required: true, 'x-component': 'Input' },
  性别: { type: 'string', title: '性别', enum: ['男', '女'], 'x-component': 'Select' },
  单价: { type: 'number', title: '单价', minimum: 0, 'x-component': 'NumberPicker' },
  数量: { type: 'number', title: '数量', 'x-component': 'NumberPicker' },
  小计: { type: 'number', title: '小计', 'x-component': 'Money', 'x-value': '{{ 单价 * 数量 }}' },
  单位: { type: 'string', title: '单位', 'x-component': 'Input' },
  手机: { type: 'string', title: '手机', 'x-format': 'mobile', 'x-component': 'Input' },
  日期: { type: 'string', title: '日期', 'x-component': 'DatePicker' },
  职务: { type: 'string', title: '职务', 'x-component': 'Input' },
  备注: { type: 'string', title: '备注', 'x-component': 'Input' },
}

function tableForm() {
  const items: FieldSchema = { type: 'object', properties: COLUMNS }
  const props = { totals: true }
  const table: FieldSchema = {
    type: 'array',
    title: '明细',
    'x-component': 'SubTable',
    'x-component-props': props,
    items,
  }
  return formOf({ 明细: table }, { size: 'A4', title: '测试表', columns: [1], rows: [[{ field: '明细' }]] })
}

function manyRows(count: number): FormValues[] {
  return Array.from({ length: count }, (_, index) => ({
    姓名: `人员${index + 1}`,
    性别: '男',
    单价: 2,
    数量: index,
    手机: '13853300000',
    日期: '2024-06-01',
  }))
}

function pasteInto(target: Element | null | undefined, text: string) {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  target?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
}

const drawn = ({ element }: MountedForm) => element.querySelectorAll('.zp-sub-table tr[data-index]').length
const cell = ({ element }: MountedForm, path: string) =>
  element.querySelector<HTMLInputElement>(`[data-zp-path="${path}"] input`)
const rowsOf = ({ handle }: MountedForm) => handle.values().明细 as FormValues[]

describe('a table of a thousand rows and ten columns', () => {
  it('draws the rows in view, and others as it is scrolled', async () => {
    const form = await mountForm({ form: tableForm(), values: { 明细: manyRows(1000) }, width: 1100 })
    await expect.poll(() => drawn(form)).toBeGreaterThan(5)
    expect(drawn(form)).toBeLessThan(60)
    const scroller = form.element.querySelector('.zp-sub-table-scroll--long')
    scroller?.scrollTo(0, scroller.scrollHeight / 2)
    await expect.poll(() => form.element.querySelector('tr[data-index="500"]')).not.toBeNull()
    expect(drawn(form)).toBeLessThan(60)
    expect(form.element.querySelector('.zp-sub-table table')?.getAttribute('aria-rowcount')).toBe('1001')
  })

  it('goes to a wrong cell that is not drawn, with the focus in it', async () => {
    const rows = manyRows(1000)
    rows[876] = { ...rows[876], 单价: -1 }
    const form = await mountForm({ form: tableForm(), values: { 明细: rows }, width: 1100 })
    const [issue] = form.handle.validate()
    expect(issue?.path).toEqual(['明细', 876, '单价'])
    form.handle.focus(issue?.path ?? [])
    expect(document.activeElement).toBe(cell(form, '明细.876.单价'))
    await expect.element(page.getByText('不能小于 0', { exact: true })).toBeInViewport()
    expect(drawn(form)).toBeLessThan(60)
  })

  it('is checked whole, and the foot leads from one wrong cell to the next', async () => {
    const rows = manyRows(1000)
    rows[10] = { ...rows[10], 姓名: undefined }
    rows[990] = { ...rows[990], 手机: '1' }
    const form = await mountForm({ form: tableForm(), values: { 明细: rows }, width: 1100 })
    await userEvent.click(page.getByRole('button', { name: '检查全表' }))
    await expect.element(page.getByText('2 处要改')).toBeVisible()
    const next = page.getByRole('button', { name: '下一处' })
    await userEvent.click(next)
    expect(document.activeElement).toBe(cell(form, '明细.10.姓名'))
    await userEvent.click(next)
    expect(document.activeElement).toBe(cell(form, '明细.990.手机'))
    await userEvent.click(next)
    expect(document.activeElement).toBe(cell(form, '明细.10.姓名'))
  })

  it('takes what is typed into the row that came into view, and adds up anew', async () => {
    const form = await mountForm({ form: tableForm(), values: { 明细: manyRows(1000) }, width: 1100 })
    form.handle.focus(['明细', 700, '数量'])
    await userEvent.fill(page.elementLocator(cell(form, '明细.700.数量') as Element), '100700')
    await expect.poll(() => rowsOf(form)[700]?.小计).toBe(201_400)
    await expect.element(page.getByText('1,199,000.00元')).toBeVisible()
  })

  it('keeps the row with the focus while others are scrolled through', async () => {
    const form = await mountForm({ form: tableForm(), values: { 明细: manyRows(1000) }, width: 1100 })
    await expect.poll(() => cell(form, '明细.3.姓名')).not.toBeNull()
    const input = cell(form, '明细.3.姓名')
    input?.focus()
    const scroller = form.element.querySelector('.zp-sub-table-scroll--long')
    scroller?.scrollTo(0, scroller.scrollHeight)
    await expect.poll(() => form.element.querySelector('tr[data-index="999"]')).not.toBeNull()
    expect(document.activeElement).toBe(input)
  })
})

describe('pasting from Excel', () => {
  it('lays the cells over the table from the focused one on, and takes it back', async () => {
    const form = await mountForm({ form: tableForm(), values: { 明细: manyRows(2) }, width: 1100 })
    await expect.poll(() => cell(form, '明细.1.姓名')).not.toBeNull()
    cell(form, '明细.1.姓名')?.focus()
    pasteInto(document.activeElement, '甲\t女\t3\n乙\t男\t许多\n')
    await expect.element(page.getByText('已贴入第 2 至 3 行，共 5 格；1 格没有贴入，原来的内容未动')).toBeVisible()
    await expect.element(page.getByRole('button', { name: '第 3 行「单价」' })).toBeVisible()
    expect(rowsOf(form).map((row) => row.姓名)).toEqual(['人员1', '甲', '乙'])
    await userEvent.click(page.getByRole('button', { name: '撤销粘贴' }))
    await expect.poll(() => rowsOf(form).map((row) => row.姓名)).toEqual(['人员1', '人员2'])
  })

  it('takes the last paste back by Ctrl+Z, and not once something else was typed', async () => {
    const form = await mountForm({ form: tableForm(), values: { 明细: manyRows(1) }, width: 1100 })
    await expect.poll(() => cell(form, '明细.0.姓名')).not.toBeNull()
    cell(form, '明细.0.姓名')?.focus()
    pasteInto(document.activeElement, '甲\t女')
    await expect.poll(() => rowsOf(form)[0]?.姓名).toBe('甲')
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(() => rowsOf(form)[0]?.姓名).toBe('人员1')
    pasteInto(document.activeElement, '乙\t女')
    await expect.poll(() => rowsOf(form)[0]?.姓名).toBe('乙')
    await userEvent.fill(page.getByLabelText('第 1 行，备注'), '改')
    await expect.poll(() => rowsOf(form)[0]?.备注).toBe('改')
    expect(page.getByRole('button', { name: '撤销粘贴' }).query()).toBeNull()
  })

  it('fills an empty table through its dialog, by keyboard alone', async () => {
    const form = await mountForm({ form: tableForm(), width: 1100 })
    form.element.querySelector<HTMLElement>('.zp-list-foot .zp-link:nth-child(2)')?.focus()
    await userEvent.keyboard('{Enter}')
    const box = page.getByLabelText('从 Excel 复制的内容')
    await expect.element(box).toHaveFocus()
    await userEvent.fill(box, '姓名\t数量\n甲\t1')
    await userEvent.keyboard('{Tab}{Tab}{Enter}')
    await expect.poll(() => rowsOf(form)).toMatchObject([{ 姓名: '甲', 数量: 1 }])
  })
})

describe('what a step may do', () => {
  const access = { 明细: 'edit', '明细.单价': 'hidden', '明细.数量': 'read' } as const

  it('decides column by column', async () => {
    const form = await mountForm({ form: tableForm(), values: { 明细: manyRows(1) }, access, width: 1100 })
    await expect.poll(() => cell(form, '明细.0.姓名')).not.toBeNull()
    expect(form.element.querySelector('[data-zp-path="明细.0.单价"]')).toBeNull()
    expect(cell(form, '明细.0.数量')).toBeNull()
    expect(cell(form, '明细.0.小计')).toBeNull()
    pasteInto(cell(form, '明细.0.姓名'), '甲\t女\t9')
    await expect.element(page.getByText('「数量」在这一步不能填，没有贴入')).toBeVisible()
    expect(rowsOf(form)[0]).toMatchObject({ 姓名: '甲', 单价: 2, 数量: 0 })
  })

  it('lets one column be written in a table whose rows stay', async () => {
    const form = await mountForm({
      form: tableForm(),
      values: { 明细: manyRows(2) },
      access: { '*': 'read', '明细.备注': 'edit' },
      width: 1100,
    })
    await expect.poll(() => cell(form, '明细.0.备注')).not.toBeNull()
    expect(cell(form, '明细.0.姓名')).toBeNull()
    expect(page.getByRole('button', { name: '添一行' }).query()).toBeNull()
    pasteInto(cell(form, '明细.1.备注'), '一\n二')
    await expect.element(page.getByText('这一步不能添行，后面的 1 行没有贴入')).toBeVisible()
    expect(rowsOf(form)).toHaveLength(2)
  })

  it('reads as text, with the totals and without a control', async () => {
    const form = await mountForm({ form: tableForm(), values: { 明细: manyRows(3) }, readOnly: true, width: 1100 })
    await expect.element(page.getByText('6.00元')).toBeVisible()
    expect(form.element.querySelectorAll('.zp-sub-table input')).toHaveLength(0)
    await expect.element(page.getByRole('button', { name: '导出 Excel' })).toBeVisible()
  })
})

describe('on a phone', () => {
  it('each row is a card, opened to fill it', async () => {
    const form = await mountForm({ form: tableForm(), values: { 明细: manyRows(30) }, width: 390 })
    const card = page.getByRole('button', { name: /^第 2 行/ }).first()
    await expect.element(card).toHaveAttribute('aria-expanded', 'false')
    await userEvent.click(card)
    await userEvent.fill(page.getByLabelText('第 2 行，备注'), '在岗')
    await expect.poll(() => rowsOf(form)[1]?.备注).toBe('在岗')
    expect(form.element.querySelectorAll('.zp-card')).toHaveLength(20)
    expect(form.element.scrollWidth).toBeLessThanOrEqual(390)
  })

  it('a wrong cell is opened wherever its card is', async () => {
    const rows = manyRows(100)
    rows[76] = { ...rows[76], 手机: '1' }
    const form = await mountForm({ form: tableForm(), values: { 明细: rows }, width: 390 })
    form.handle.focus(form.handle.validate()[0]?.path ?? [])
    expect(document.activeElement).toBe(cell(form, '明细.76.手机'))
    await expect.element(page.getByText('1 处要改').first()).toBeVisible()
  })
})

it('goes down a column by Enter', async () => {
  const form = await mountForm({ form: tableForm(), values: { 明细: manyRows(2) }, width: 1100 })
  await expect.poll(() => cell(form, '明细.0.单位')).not.toBeNull()
  cell(form, '明细.0.单位')?.focus()
  await userEvent.keyboard('一{Enter}二')
  await expect.poll(() => rowsOf(form).map((row) => row.单位)).toEqual(['一', '二'])
})
