import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { formOf, memoryServices, mountForm } from '../../../test/mount-form.tsx'
import { COMPONENTS, type FieldSchema } from '../../index.ts'
import { FIELDS } from './fields.ts'

it('draws every component that a form may name', () => {
  const valued = COMPONENTS.filter(({ name }) => name !== 'Section').map(({ name }) => name)
  expect(FIELDS.map(({ name }) => name).toSorted()).toEqual(valued.toSorted())
})

/** One field, filled by `act`; gives the value that the form has then. */
async function filled(schema: FieldSchema, act: () => Promise<void>, services = memoryServices) {
  const { handle } = await mountForm({ form: formOf({ 项: { title: '项', ...schema } }), services })
  await act()
  return () => handle.values().项
}

describe('what is typed becomes the value of the component', () => {
  const label = () => page.getByLabelText('项', { exact: true })

  it.each([
    ['date', '2024.6.1', '2024-06-01'],
    ['month', '2024年6月', '2024-06'],
    ['year', '2024', '2024'],
  ])('a %s as ISO 8601', async (picker, typed, value) => {
    const act = async () => {
      await userEvent.click(label())
      await userEvent.keyboard(`${typed}{Enter}`)
    }
    const schema: FieldSchema = { type: 'string', 'x-component': 'DatePicker', 'x-component-props': { picker } }
    await expect.poll(await filled(schema, act)).toBe(value)
  })

  it('a code without blanks, in capitals and half width', async () => {
    const act = () => userEvent.fill(label(), '370303 19860101 ００2x')
    await expect.poll(await filled({ type: 'string', 'x-component': 'ResidentId' }, act)).toBe('37030319860101002X')
  })

  it('an amount as a number, with 大写 below', async () => {
    const value = await filled({ type: 'number', 'x-component': 'Money' }, () => userEvent.fill(label(), '1,234.50'))
    await expect.poll(value).toBe(1234.5)
    await expect.element(page.getByText('壹仟贰佰叁拾肆元伍角整')).toBeVisible()
  })

  it('a choice of a list', async () => {
    const act = async () => {
      await userEvent.click(page.getByRole('combobox', { name: '项' }))
      await userEvent.keyboard('{ArrowDown}{Enter}')
    }
    const value = await filled({ type: 'string', enum: ['甲', '乙'], 'x-component': 'Select' }, act)
    await expect.poll(value).toBe('乙')
  })

  it('a ticked box, moved by the arrow keys as radio buttons are', async () => {
    const act = async () => {
      await userEvent.click(page.getByRole('radio', { name: '甲' }))
      await userEvent.keyboard('{ArrowDown}')
    }
    const value = await filled({ type: 'string', enum: ['甲', '乙', '丙'], 'x-component': 'ChoiceBox' }, act)
    await expect.poll(value).toBe('乙')
  })

  it('several ticked boxes as a list', async () => {
    const act = async () => {
      await userEvent.click(page.getByRole('checkbox', { name: '丙' }))
      await userEvent.click(page.getByRole('checkbox', { name: '甲' }))
    }
    const value = await filled({ type: 'array', enum: ['甲', '乙', '丙'], 'x-component': 'ChoiceBox' }, act)
    await expect.poll(value).toEqual(['丙', '甲'])
  })

  it('a district of the city, functional zones included', async () => {
    const act = async () => {
      await userEvent.click(page.getByRole('combobox', { name: '项' }))
      await userEvent.click(page.getByText('文昌湖'))
    }
    const schema: FieldSchema = { type: 'string', 'x-component': 'Division', 'x-component-props': { root: '370300' } }
    await expect.poll(await filled(schema, act)).toBe('370373')
  })

  it('a unit of the directory with its name', async () => {
    const findUnits = async (text: string) =>
      [{ id: 'rsj', name: '市人社局' }].filter(({ name }) => name.includes(text))
    const act = async () => {
      await userEvent.click(page.getByRole('combobox', { name: '项' }))
      await userEvent.keyboard('人社')
      await userEvent.click(page.getByTitle('市人社局'))
    }
    const value = await filled({ type: 'object', 'x-component': 'Unit' }, act, { ...memoryServices, findUnits })
    await expect.poll(value).toEqual({ id: 'rsj', name: '市人社局' })
  })

  it('rows of a sub-table, added and moved', async () => {
    const act = async () => {
      const add = page.getByRole('button', { name: '添一行' })
      await userEvent.click(add)
      await userEvent.fill(page.getByLabelText('第 1 行，内容'), '一')
      await userEvent.click(add)
      await userEvent.fill(page.getByLabelText('第 2 行，内容'), '二')
      await userEvent.click(page.getByRole('button', { name: '第 2 行，移动或删除' }))
      await userEvent.click(page.getByRole('menuitem', { name: '上移' }))
    }
    const items: FieldSchema = {
      type: 'object',
      properties: { 内容: { type: 'string', title: '内容', 'x-component': 'Input' } },
    }
    const value = await filled({ type: 'array', items, 'x-component': 'SubTable' }, act)
    await expect.poll(value).toEqual([{ 内容: '二' }, { 内容: '一' }])
  })
})
