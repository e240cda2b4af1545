import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import quota from '../../../../examples/zibo-talent-cards/forms/huicai-quota.form.json'
import elite from '../../../../examples/zibo-talent-cards/forms/jingying.form.json'
import { formOf, mountForm } from '../../test/mount-form.tsx'
import { COMPONENTS, type FieldSchema, parseForm } from '../index.ts'

/** What axe finds serious or worse, in words that say where. */
async function faults(element: HTMLElement): Promise<string[]> {
  const { violations } = await axe.run(element, { resultTypes: ['violations'] })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
}

/** One field of every component. */
function everyField(): Record<string, FieldSchema> {
  const fields: Record<string, FieldSchema> = {}
  for (const { name, title, types } of COMPONENTS) {
    if (name === 'Section') continue
    const schema: FieldSchema = { type: types[0] ?? 'string', title, required: true, 'x-component': name }
    if (['Select', 'Radio', 'Checkbox', 'ChoiceBox'].includes(name)) schema.enum = ['甲', '乙']
    if (name === 'SubTable') {
      schema.items = { type: 'object', properties: { 项目: { type: 'string', title: '项目', 'x-component': 'Input' } } }
    }
    fields[name] = schema
  }
  return fields
}

describe('accessibility', () => {
  it.each([
    ['附件1', quota],
    ['附件2', elite],
  ])('%s has nothing serious as a table with all its errors', async (_, file) => {
    const { element, handle } = await mountForm({ form: parseForm(file), width: 1000 })
    handle.validate()
    await expect.poll(() => element.querySelector('[aria-invalid=true]')).not.toBeNull()
    expect(await faults(element)).toEqual([])
  })

  it.each([390, 1000])('every kind of field has nothing serious, edited, %i px wide', async (width) => {
    const { element, handle } = await mountForm({ form: formOf(everyField()), width, values: { SubTable: [{}] } })
    handle.validate()
    await expect.poll(() => element.querySelector('[aria-invalid=true]')).not.toBeNull()
    expect(await faults(element)).toEqual([])
  })

  it('every kind of field has nothing serious, read', async () => {
    const { element } = await mountForm({ form: formOf(everyField()), readOnly: true, values: { Input: 'XX' } })
    expect(await faults(element)).toEqual([])
  })
})
