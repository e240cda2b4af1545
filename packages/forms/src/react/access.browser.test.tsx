import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { formOf, memoryServices, mountForm } from '../../test/mount-form.tsx'

const form = formOf({
  姓名: { type: 'string', title: '姓名', required: true, 'x-component': 'Input' },
  身份证号: {
    type: 'string',
    title: '身份证号',
    required: true,
    'x-sensitivity': 'identity',
    'x-component': 'ResidentId',
  },
  内部评价: { type: 'string', title: '内部评价', 'x-component': 'Input' },
  明细: {
    type: 'array',
    title: '明细',
    'x-component': 'SubTable',
    items: {
      type: 'object',
      properties: {
        项目: { type: 'string', title: '项目', required: true, 'x-component': 'Input' },
        核定: { type: 'number', title: '核定', required: true, 'x-component': 'NumberPicker' },
        底价: { type: 'number', title: '底价', 'x-component': 'NumberPicker' },
      },
    },
  },
})
const values = { 姓名: 'XX', 身份证号: '3703**********002X', 内部评价: '优', 明细: [{ 项目: '差旅' }] }

describe('access of a step', () => {
  it('keeps hidden fields out of the page altogether', async () => {
    const { element } = await mountForm({
      form,
      values,
      access: { '*': 'read', 内部评价: 'hidden', '明细.底价': 'hidden' },
    })
    expect(element.textContent).toContain('XX')
    expect(element.textContent).not.toContain('内部评价')
    expect(element.innerHTML).not.toContain('优')
    expect(element.textContent).not.toContain('底价')
  })

  it('gives no control for what is read', async () => {
    const { element } = await mountForm({ form, values, access: { '*': 'read' } })
    expect(element.querySelectorAll('input, textarea')).toHaveLength(0)
  })

  it('edits the columns of a sub-table that the step may edit, and asks for those alone', async () => {
    const { element, handle, changed } = await mountForm({
      form,
      values,
      access: { '*': 'read', 明细: 'edit', '明细.项目': 'read', '明细.底价': 'hidden' },
    })
    expect(element.querySelectorAll('input')).toHaveLength(1)
    expect(handle.validate().map(({ path }) => path)).toEqual([['明细', 0, '核定']])
    const cell = page.getByLabelText('第 1 行，核定')
    await expect.element(cell).toHaveAttribute('aria-invalid', 'true')
    await userEvent.fill(cell.element(), '300')
    await expect.poll(changed).toMatchObject({ 明细: [{ 项目: '差旅', 核定: 300 }] })
    await expect.element(cell).not.toHaveAttribute('aria-invalid')
  })

  it('follows a host that changes the access', async () => {
    const { element, update } = await mountForm({ form, values, access: { '*': 'read', 姓名: 'edit' } })
    expect(element.querySelectorAll('input')).toHaveLength(1)
    update({ readOnly: true })
    await expect.poll(() => element.querySelectorAll('input').length).toBe(0)
  })

  it('shows a masked value only when asked, through the host', async () => {
    const asked: string[] = []
    const reveal = async (path: string) => {
      asked.push(path)
      return '37030319860101002X'
    }
    const services = { ...memoryServices, reveal }
    const { element } = await mountForm({ form, values, access: {}, services })
    expect(element.textContent).not.toContain('37030319860101002X')
    await userEvent.click(page.getByRole('button', { name: '显示身份证号' }))
    await expect.poll(() => element.textContent).toContain('37030319860101002X')
    expect(asked).toEqual(['身份证号'])
  })

  it('says so and offers again when a masked value cannot be fetched', async () => {
    const services = { ...memoryServices, reveal: () => Promise.reject(new Error('offline')) }
    await mountForm({ form, values, access: {}, services })
    await userEvent.click(page.getByRole('button', { name: '显示身份证号' }))
    await expect.element(page.getByText('没有取到，再试')).toBeVisible()
  })

  it('does not hold a mask that was not touched against the person', async () => {
    const { handle } = await mountForm({ form, values, access: { '*': 'edit', 明细: 'read' } })
    expect(handle.validate()).toEqual([])
    await userEvent.fill(page.getByLabelText('身份证号').element(), '3703')
    await expect.poll(() => handle.validate().map(({ code }) => code)).toEqual(['FORMAT'])
  })
})
