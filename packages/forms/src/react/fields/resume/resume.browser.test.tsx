import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { formOf, mountForm } from '../../../../test/mount-form.tsx'

const form = formOf({
  简历: { type: 'array', title: '简历', required: true, 'x-component': 'Resume' },
})
const TWO = [
  { from: '2004-09', to: '2008-06', text: '读书' },
  { from: '2008-07', to: null, text: '工作' },
]

function paste(element: Element, text: string) {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
}

describe('Resume', () => {
  it('is typed line by line with the keyboard', async () => {
    const { changed } = await mountForm({ form })
    await userEvent.click(page.getByLabelText('第 1 段，起').element())
    await userEvent.keyboard('2004.9{Tab}200806{Tab}读书{Enter}')
    await expect.element(page.getByLabelText('第 2 段，起')).toHaveFocus()
    await userEvent.keyboard('2008年7月{Tab}至今{Tab}工作')
    await expect.poll(changed).toEqual({ 简历: TWO })
  })

  it('takes several lines pasted from Excel in place of the blank one', async () => {
    const { changed } = await mountForm({ form })
    paste(page.getByLabelText('第 1 段，起').element(), '2004.09\t2008.06\t读书\n2008.07\t至今\t工作')
    await expect.poll(changed).toEqual({ 简历: TWO })
    await expect.element(page.getByLabelText('第 2 段，止（可填至今）')).toHaveValue('至今')
  })

  it('leaves an ordinary paste to the input', async () => {
    const { changed } = await mountForm({ form, values: { 简历: TWO } })
    paste(page.getByLabelText('第 1 段，经历').element(), '，毕业')
    expect(changed()).toBeUndefined()
  })

  it('moves a line by Alt and an arrow, and removes one by its menu', async () => {
    const { changed, handle } = await mountForm({ form, values: { 简历: TWO } })
    await userEvent.click(page.getByLabelText('第 2 段，经历').element())
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await expect.poll(changed).toEqual({ 简历: [TWO[1], TWO[0]] })
    await userEvent.click(page.getByRole('button', { name: '第 1 段，移动或删除' }))
    await userEvent.click(page.getByRole('menuitem', { name: '删除' }))
    await expect.poll(handle.values).toEqual({ 简历: [TWO[0]] })
  })

  it('marks the cell that is wrong and gets the focus there', async () => {
    const { handle } = await mountForm({ form, values: { 简历: [{ from: '2008-07', to: '2004-09', text: '读书' }] } })
    expect(handle.validate()).toHaveLength(1)
    const end = page.getByLabelText('第 1 段，止（可填至今）')
    await expect.element(end).toHaveAttribute('aria-invalid', 'true')
    await expect.element(page.getByLabelText('第 1 段，起')).not.toHaveAttribute('aria-invalid')
    handle.focus('简历')
    await expect.element(end).toHaveFocus()
  })
})
