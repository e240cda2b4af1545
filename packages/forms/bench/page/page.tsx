import { ArrayTable, FormItem, Input, NumberPicker, Select } from '@formily/antd-v5'
import { createForm } from '@formily/core'
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

function Peer({ schema, values }: { schema: ISchema; values: FormValues }) {
  const [form] = useState(() => createForm({ values: structuredClone(values) }))
  return (
    <FormProvider form={form}>
      <SchemaField schema={schema} />
    </FormProvider>
  )
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
  /** Types one more character into the first text on the page. */
  key(): Promise<void> {
    const input = place.querySelector<HTMLInputElement>('input[type="text"]:not([readonly]):not([disabled]), textarea')
    if (!input) throw new Error('nothing to type into')
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value') ?? {}
    input.focus()
    return done(() => {
      set?.call(input, `${input.value}x`)
      input.dispatchEvent(new Event('input', { bubbles: true }))
    })
  },
}

export type PageBench = typeof bench
Object.assign(window, { bench })
