import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { formOf, mountForm } from '../../test/mount-form.tsx'

const form = formOf({
  姓名: { type: 'string', title: '姓名', required: true, maxLength: 4, 'x-component': 'Input' },
  手机: { type: 'string', title: '手机', 'x-format': 'mobile', 'x-component': 'Input' },
  有车: { type: 'boolean', title: '有车', 'x-component': 'Checkbox' },
  车牌: {
    type: 'string',
    title: '车牌',
    required: true,
    'x-visible': '{{ 有车 = true }}',
    'x-component': 'Input',
  },
  单价: { type: 'number', title: '单价', 'x-component': 'NumberPicker' },
  数量: { type: 'number', title: '数量', 'x-component': 'NumberPicker' },
  总价: { type: 'number', title: '总价', 'x-value': '{{ 单价 * 数量 }}', 'x-component': 'NumberPicker' },
})

describe('FormView', () => {
  it('tells the host what is typed', async () => {
    const { changed } = await mountForm({ form })
    await userEvent.type(page.getByLabelText('姓名').element(), 'XX')
    await expect.poll(changed).toMatchObject({ 姓名: 'XX' })
  })

  it('says what is wrong when the field is left, not while it is typed', async () => {
    const { element } = await mountForm({ form })
    const phone = page.getByLabelText('手机')
    await userEvent.type(phone.element(), '138')
    expect(element.querySelector('.zp-message')).toBeNull()
    await userEvent.tab()
    await expect.element(phone).toHaveAttribute('aria-invalid', 'true')
    const message = document.getElementById(phone.element().getAttribute('aria-describedby') ?? '')
    expect(message?.textContent).toContain('手机号')
    await userEvent.fill(phone.element(), '13853300000')
    await expect.element(phone).not.toHaveAttribute('aria-invalid')
  })

  it('shows everything required when it is submitted, and jumps to a field', async () => {
    const { handle } = await mountForm({ form, values: { 有车: true } })
    const issues = handle.validate()
    expect(issues.map(({ code, path }) => [code, ...path])).toEqual([
      ['REQUIRED', '姓名'],
      ['REQUIRED', '车牌'],
    ])
    await expect.element(page.getByLabelText('姓名')).toHaveAttribute('aria-invalid', 'true')
    handle.focus(issues[1]?.path ?? [])
    await expect.element(page.getByLabelText('车牌')).toHaveFocus()
  })

  it('shows a field when its rule holds, and leaves its value out when not', async () => {
    const { handle } = await mountForm({ form, values: { 有车: true, 车牌: '鲁C12345' } })
    await expect.element(page.getByLabelText('车牌')).toHaveValue('鲁C12345')
    await userEvent.click(page.getByRole('checkbox'))
    await expect.element(page.getByLabelText('车牌')).not.toBeInTheDocument()
    expect(handle.values()).toEqual({ 有车: false })
    await userEvent.click(page.getByRole('checkbox'))
    await expect.element(page.getByLabelText('车牌')).toHaveValue('鲁C12345')
  })

  it('computes values as they are typed', async () => {
    const { element, changed } = await mountForm({ form, values: { 单价: 12 } })
    await userEvent.fill(page.getByLabelText('数量').element(), '3')
    await expect.poll(changed).toMatchObject({ 总价: 36 })
    expect(element.querySelector('[data-zp-path="总价"]')?.textContent).toBe('36')
  })

  it('keeps what the server refused until that value changes', async () => {
    const { handle, element } = await mountForm({ form, values: { 姓名: 'XX' } })
    handle.submitErrors([{ code: 'TAKEN', path: ['姓名'], message: '「姓名」已经申领过' }])
    await expect.poll(() => element.querySelector('.zp-message')?.textContent).toBe('已经申领过')
    await userEvent.fill(page.getByLabelText('单价').element(), '1')
    expect(element.querySelector('.zp-message')).not.toBeNull()
    await userEvent.type(page.getByLabelText('姓名').element(), 'X')
    await expect.poll(() => element.querySelector('.zp-message')).toBeNull()
  })

  it('takes newer values of the host, and is not disturbed by its own coming back', async () => {
    const { update, changed } = await mountForm({ form, values: { 姓名: 'A' } })
    const name = page.getByLabelText('姓名')
    await userEvent.type(name.element(), 'B')
    await expect.poll(changed).toMatchObject({ 姓名: 'AB' })
    update({ values: changed() })
    await userEvent.type(name.element(), 'C')
    await expect.element(name).toHaveValue('ABC')
    update({ values: { 姓名: 'Z' } })
    await expect.element(name).toHaveValue('Z')
  })

  it('fills in defaults', async () => {
    const { handle } = await mountForm({
      form: formOf({ 国籍: { type: 'string', title: '国籍', default: '中国', 'x-component': 'Input' } }),
    })
    await expect.element(page.getByLabelText('国籍')).toHaveValue('中国')
    await expect.poll(handle.values).toEqual({ 国籍: '中国' })
  })
})
