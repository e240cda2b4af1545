import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import annex from '../../../../../examples/zibo-talent-cards/forms/huicai-quota.form.json' with { type: 'json' }
import { formOf, mountForm } from '../../../test/mount-form.tsx'
import { type FieldSchema, parseForm } from '../../index.ts'
import type { Fetched } from '../fields/fetched.tsx'
import type { ControlProps } from '../fields/field-description.ts'
import { fieldOf } from '../fields/fields.ts'
import { partsOf } from './parts-of.ts'

const controlOf = (name: string, type: FieldSchema['type'] = 'string') =>
  fieldOf({ type, 'x-component': name }).Edit as Fetched<ControlProps>

/** Until `answer` is called the code of a control is on its way, and then comes or does not. */
function held(control: Fetched<ControlProps>) {
  const real = control.fetch
  let answer: (comes: boolean) => void = () => undefined
  control.fetch = () =>
    new Promise((resolve, reject) => {
      answer = (comes) => (comes ? real().then(resolve) : reject(new TypeError('Failed to fetch')))
    })
  return (comes: boolean) => answer(comes)
}

describe('the parts of a form', () => {
  it('are the controls of what the step fills, and none of what it reads', () => {
    const form = parseForm(annex)
    expect(partsOf({ form, access: undefined, readOnly: true }).size).toBe(0)
    expect(partsOf({ form, access: { '*': 'read' }, readOnly: false }).size).toBe(0)
    const mended = partsOf({ form, access: { '*': 'read', 出生日期: 'edit' }, readOnly: false })
    expect([...mended]).toEqual([controlOf('DatePicker')])
    const filled = partsOf({ form, access: undefined, readOnly: false })
    for (const name of ['Input', 'Select', 'Division', 'DatePicker']) expect(filled).toContain(controlOf(name))
    expect(filled).not.toContain(controlOf('Money', 'number'))
  })

  it('are those of a table when the step fills one of its columns', () => {
    const columns: Record<string, FieldSchema> = {
      金额: { type: 'number', 'x-component': 'Money' },
      备注: { type: 'string' },
    }
    const form = formOf({
      明细: { type: 'array', 'x-component': 'SubTable', items: { type: 'object', properties: columns } },
    })
    const parts = partsOf({ form, access: { '*': 'read', '明细.金额': 'edit' }, readOnly: false })
    expect(parts).toContain(controlOf('Money', 'number'))
    expect(parts).toContain(controlOf('SubTable', 'array'))
    expect(parts).not.toContain(controlOf('Input'))
  })
})

it('a form is drawn whole when its parts are there; when one does not come it says so, and comes when it is tried again', async () => {
  const answer = held(controlOf('DatePicker'))
  const mounted = mountForm({ form: formOf({ 日期: { type: 'string', title: '日期', 'x-component': 'DatePicker' } }) })
  await expect.element(page.getByRole('status')).toHaveTextContent('正在打开表单')
  answer(false)
  await expect.element(page.getByRole('alert')).toHaveTextContent('没有取到')
  await userEvent.click(page.getByRole('button', { name: '再试' }))
  await expect.element(page.getByRole('status')).toHaveTextContent('正在打开表单')
  answer(true)
  await mounted
  await expect.element(page.getByRole('textbox', { name: '日期' })).toBeVisible()
})

it('a step that opens fields under an open form keeps what is typed while their controls are fetched', async () => {
  const answer = held(controlOf('Money', 'number'))
  const form = formOf({
    事由: { type: 'string', title: '事由' },
    金额: { type: 'number', title: '金额', 'x-component': 'Money' },
  })
  const { update } = await mountForm({ form, access: { '*': 'read', 事由: 'edit' } })
  const reason = page.getByRole('textbox', { name: '事由' })
  await userEvent.type(reason, '差旅')
  update({ access: { '*': 'edit' } })
  await userEvent.type(reason, '费')
  await expect.element(reason).toHaveValue('差旅费')
  answer(true)
  await expect.element(page.getByRole('spinbutton', { name: '金额' })).toBeVisible()
  await expect.element(reason).toHaveValue('差旅费')
})
