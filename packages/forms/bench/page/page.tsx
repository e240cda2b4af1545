import { ArrayTable, FormItem, Input, NumberPicker, Select } from '@formily/antd-v5'
import { createForm, type Form, onFieldValueChange } from '@formily/core'
import { createSchemaField, FormProvider, type ISchema, Schema } from '@formily/react'
import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { createFormilyCompiler } from '../../src/feel/index.ts'
import type { FieldSchema, FormDefinition, FormValues } from '../../src/index.ts'
import { type FormServices, FormView, zhupiTheme } from '../../src/react/index.ts'

/*
 * A page in which one form is drawn and one key is pressed, ours and Formily's own renderer with antd's components. Each act is over
 * when the browser has drawn the result and has nothing left to do.
 */

Schema.registerCompiler(createFormilyCompiler())

const SchemaField = createSchemaField({ components: { Input, NumberPicker, Select, FormItem, ArrayTable } })
const services: FormServices = { upload: async () => ({ id: '', name: '', size: 0, type: '' }), fileUrl: () => '' }
const place = document.getElementById('place') as HTMLElement
let root: Root | undefined
/** What an act starts may ask for a frame of its own, as a box that grows with its text does. */
const FRAMES = 3
let given: { form: FormDefinition; values: FormValues }

function Ours({ form, values }: { form: FormDefinition; values: FormValues }) {
  const [current, setCurrent] = useState(values)
  return <FormView form={form} values={current} services={services} onChange={setCurrent} />
}

let peerForm: Form<FormValues> | undefined

function Peer({ schema, values }: { schema: ISchema; values: FormValues }) {
  const [form] = useState(() => createForm<FormValues>({ values: structuredClone(values), effects: peerSums }))
  peerForm = form
  return (
    <FormProvider form={form}>
      <SchemaField schema={schema} />
    </FormProvider>
  )
}

/** What an author who has Formily alone writes for a subtotal in each row and a total below. */
function peerSums(form: Form<FormValues>) {
  onFieldValueChange('*(明细.*.单价,明细.*.数量)', (field) => {
    const row = form.getValuesIn(field.address.parent())
    form.setValuesIn(field.address.parent().concat('小计'), row.单价 * row.数量)
    const rows: Array<{ 小计: number }> = form.getValuesIn('明细')
    form.setValuesIn(
      '合计',
      rows.reduce((sum, { 小计 }) => sum + 小计, 0),
    )
  })
}

/** The schema as an author writes it who has Formily alone: its own components, tables as ArrayTable. */
function peerSchema(schema: FieldSchema): ISchema {
  const { properties = {}, type, title, required, items, enum: choices } = schema
  const item = { 'x-decorator': 'FormItem' }
  if (type === 'void' || (type === 'object' && schema.properties)) {
    return { type, title, properties: mapped(properties) } as ISchema
  }
  if (type === 'array' && items?.properties) {
    const columns = Object.entries(items.properties).map(([key, column]) => [
      `column-${key}`,
      {
        type: 'void',
        'x-component': 'ArrayTable.Column',
        'x-component-props': { title: column.title ?? key },
        properties: { [key]: peerSchema(column) },
      },
    ])
    const rows = { type: 'object', properties: Object.fromEntries(columns) }
    return { type, title, ...item, 'x-component': 'ArrayTable', items: rows } as ISchema
  }
  const component = choices ? 'Select' : type === 'number' ? 'NumberPicker' : 'Input'
  return { type: type ?? 'string', title, required, enum: choices, ...item, 'x-component': component } as ISchema
}

function mapped(properties: Record<string, FieldSchema>): Record<string, ISchema> {
  return Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key, peerSchema(schema)]))
}

async function done(act: () => void): Promise<void> {
  flushSync(act)
  for (let frame = 0; frame < FRAMES; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  }
}

function show(node: ReactNode): Promise<void> {
  const fresh = createRoot(place)
  root = fresh
  return done(() =>
    fresh.render(
      <ConfigProvider locale={zhCN} theme={zhupiTheme}>
        {node}
      </ConfigProvider>,
    ),
  )
}

const bench = {
  /** Clears the page and says what is drawn next. */
  async give(text: string): Promise<void> {
    given = JSON.parse(text)
    await done(() => root?.unmount())
    place.replaceChildren()
  },
  ours: () => show(<Ours form={given.form} values={given.values} />),
  peer: () => show(<Peer schema={peerSchema(given.form.schema)} values={given.values} />),
  /** Lays rows into the table: ours as text of a spreadsheet, the peer's, which takes none, as values. */
  paste(text: string): Promise<void> {
    const table = place.querySelector('.zp-sub-table')
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    const [, ...rows] = text.split('\n').map((line) => line.split('\t'))
    const values = rows.map(([名 = '', 单价, 数量]) => ({ 名, 单价: Number(单价), 数量: Number(数量) }))
    return done(() => {
      if (table) table.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      else peerForm?.setValuesIn('明细', values)
    })
  },
  /** Checks the whole table. */
  async check(): Promise<void> {
    const button = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === '检查全表')
    if (button) return done(() => button.click())
    await peerForm?.validate().catch(() => undefined)
    await done(() => undefined)
  },
  /** Types one more digit into the first price, from which a subtotal and a total are made. */
  digit(): Promise<void> {
    const input = place.querySelector<HTMLInputElement>('input[role="spinbutton"]')
    if (!input) throw new Error('no number to type into')
    return type(input, `${input.value}1`)
  },
  /** Types one more character into the first text on the page. */
  key(): Promise<void> {
    const input = place.querySelector<HTMLInputElement>('input[type="text"]:not([readonly]):not([disabled]), textarea')
    if (!input) throw new Error('nothing to type into')
    return type(input, `${input.value}x`)
  },
}

function type(input: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value') ?? {}
  input.focus()
  return done(() => {
    set?.call(input, text)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

export type PageBench = typeof bench
Object.assign(window, { bench })
