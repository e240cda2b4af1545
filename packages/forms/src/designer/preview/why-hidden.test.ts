import { expect, it } from 'vitest'
import { parseForm } from '../../index.ts'
import { hiddenFields } from './why-hidden.ts'

const form = parseForm({
  key: 'why',
  title: '申领',
  schema: {
    type: 'object',
    properties: {
      层次: { type: 'string', title: '拟认定层次', enum: [{ label: '甲类', value: 'A' }, 'B'], 'x-component': 'Radio' },
      天数: { type: 'number', title: '天数', 'x-component': 'NumberPicker' },
      依据: { type: 'string', title: '认定依据', 'x-component': 'Input', 'x-visible': '{{ 层次 = "A" and 天数 > 3 }}' },
      停用: { type: 'string', title: '停用', 'x-component': 'Input', 'x-visible': false },
      分组: {
        type: 'void',
        title: '长假',
        'x-component': 'Section',
        'x-visible': '{{ 天数 + 1 > 10 }}',
        properties: { 去向: { type: 'string', title: '去向', 'x-component': 'Input' } },
      },
    },
  },
})

it('says of each hidden field what hides it, with the values at hand', () => {
  const hidden = hiddenFields(form, { 层次: 'B', 天数: 2 })
  expect(hidden.map(({ title, reasons }) => [title, reasons.map(({ kind }) => kind)])).toEqual([
    ['认定依据', ['rule']],
    ['停用', ['always']],
    ['去向', ['expression']],
  ])
  expect(hidden[0]?.reasons[0]).toMatchObject({
    conditions: [
      { title: '拟认定层次', value: 'B', asked: '甲类' },
      { title: '天数', value: '2', asked: '3' },
    ],
  })
  expect(hidden[2]?.reasons[0]).toMatchObject({ section: '长假', reads: [{ title: '天数', value: '2' }] })
})

it('names one choice where the paper would say all with their boxes, and keeps brackets', () => {
  const boxed = parseForm({
    key: 'boxed',
    title: '申领',
    schema: {
      type: 'object',
      properties: {
        层次: { type: 'string', title: '层次', enum: [{ label: '甲类', value: 'A' }, 'B'], 'x-component': 'ChoiceBox' },
        依据: { type: 'string', title: '依据', 'x-visible': '{{ 层次 = "A" and (层次 = "B" or 层次 != "A") }}' },
      },
    },
  })
  const [hidden] = hiddenFields(boxed, { 层次: 'B' })
  expect(hidden?.reasons[0]).toMatchObject({
    kind: 'rule',
    conditions: [{ asked: '甲类', value: 'B' }, { asked: 'B' }, { asked: '甲类' }],
  })
})

it('says that the step may not see it', () => {
  const hidden = hiddenFields(form, { 层次: 'A', 天数: 20 }, { '*': 'edit', 依据: 'hidden' })
  expect(hidden.map(({ path, reasons }) => [path, reasons])).toEqual([
    ['依据', [{ kind: 'access' }]],
    ['停用', [{ kind: 'always' }]],
  ])
})

it('is silent where everything is shown', () => {
  expect(hiddenFields(form, { 层次: 'A', 天数: 20 }).map(({ path }) => path)).toEqual(['停用'])
})
