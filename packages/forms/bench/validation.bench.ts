import { readFileSync } from 'node:fs'
import { createForm, type Form } from '@formily/core'
import { type ISchema, Schema } from '@formily/json-schema'
import {
  createValuesCheck,
  type FieldSchema,
  type FormDefinition,
  type FormValues,
  parseForm,
  validateValues,
} from '@zhupi/forms'
import { createFormilyCompiler } from '@zhupi/forms/feel'
import { type BenchRow, beside } from './medians.ts'

/*
 * Whole checks a second on a server: ours beside `@formily/core`, whose fields are made from the same schema. A server meets other
 * values with each request, so the peer makes its form anew; a second row lets it keep the form. The peer checks less: of formats,
 * dictionaries and what components demand it knows nothing.
 */

Schema.registerCompiler(createFormilyCompiler())

const COLUMNS: Record<string, FieldSchema> = {
  序号: { type: 'number', required: true, minimum: 0 },
  姓名: { type: 'string', required: true, maxLength: 20 },
  身份证号: { type: 'string', pattern: '^[0-9]{17}[0-9X]$' },
  手机: { type: 'string', pattern: '^1[0-9]{10}$' },
  性别: { type: 'string', enum: ['男', '女'] },
  单价: { type: 'number', minimum: 0 },
  数量: { type: 'number', 'x-validator': [{ rule: '{{ 数量 < 100 }}', message: '太多' }] },
  小计: { type: 'number', 'x-value': '{{ 单价 * 数量 }}' },
  备注: { type: 'string', 'x-visible': '{{ 数量 > 3 }}' },
  日期: { type: 'string', maxLength: 10 },
}

const table = parseForm({
  key: 'table',
  title: '明细',
  schema: {
    type: 'object',
    properties: {
      明细: { type: 'array', 'x-component': 'SubTable', items: { type: 'object', properties: COLUMNS } },
    },
  },
})

const tableValues = (): FormValues => ({
  明细: Array.from({ length: 1_000 }, (_, index) => ({
    序号: index,
    姓名: '某某',
    身份证号: '11010519491231002X',
    手机: '13853300000',
    性别: '男',
    单价: index,
    数量: index % 7,
    小计: index * (index % 7),
    备注: index % 7 > 3 ? '无' : undefined,
    日期: '2024-01-01',
  })),
})

const attachment = parseForm(
  JSON.parse(
    readFileSync(new URL('../../../examples/zibo-talent-cards/forms/huicai-quota.form.json', import.meta.url), 'utf8'),
  ),
)

export async function rows(): Promise<BenchRow[]> {
  const found: BenchRow[] = []
  const cases: Array<[string, FormDefinition, FormValues]> = [
    ['check of annex 1 (附件1)', attachment, attachmentValues(attachment)],
    ['check of a sub-table of 1,000 rows of 10 columns', table, tableValues()],
  ]
  for (const [name, form, values] of cases) {
    const ours = () => validateValues(form, values)
    const anew = async () => {
      const made = peerForm(form, values)
      await made.validate().catch(ignore)
      made.onUnmount()
    }
    // Ten thousand fields take the peer seconds and gigabytes to make: once is enough.
    if (form !== table) found.push(await beside(`${name}, the peer makes its form`, ours, anew, 'checks/s'))
    const kept = peerForm(form, values)
    found.push(await beside(`${name}, the peer keeps its form`, ours, () => kept.validate().catch(ignore), 'checks/s'))
  }
  found.push(await keystrokes())
  return found
}

/** One cell of the table changes, again and again. */
async function keystrokes(): Promise<BenchRow> {
  const check = createValuesCheck(table)
  const [{ 明细: list }] = [tableValues()]
  const all = list as FormValues[]
  let time = 0
  const typed = () => {
    time += 1
    return { 明细: all.map((row, index) => (index === 500 ? { ...row, 单价: time } : row)) }
  }
  return beside(
    'checks after one change in 1,000 rows, beside a whole check of ours',
    () => check(typed()),
    () => validateValues(table, typed()),
    'checks/s',
  )
}

/** Formily throws what is wrong. */
function ignore(): undefined {
  return undefined
}

/** A form of Formily's with a field for every value, as its renderer makes them. */
function peerForm(form: FormDefinition, values: FormValues): Form {
  const made = createForm<FormValues>({ values: structuredClone(values) })
  fieldsOf(made, new Schema(structuredClone(form.schema) as ISchema), '', values)
  return made
}

function fieldsOf(form: Form, schema: Schema, basePath: string, values: unknown): void {
  schema.mapProperties((property, key) => {
    const address = basePath ? `${basePath}.${key}` : String(key)
    const props = { ...property.toFieldProps({}), basePath }
    const value = (values as Record<string, unknown> | undefined)?.[key]
    if (property.type === 'void') {
      form.createVoidField(props as never)
      fieldsOf(form, property, address, values)
    } else if (property.type === 'array' && property.items && !Array.isArray(property.items)) {
      form.createArrayField(props as never)
      const { items } = property
      for (const [index, row] of (Array.isArray(value) ? value : []).entries()) {
        if (!items.properties) continue
        form.createObjectField({ name: index, basePath: address } as never)
        fieldsOf(form, items, `${address}.${index}`, row)
      }
    } else {
      form.createField(props as never)
    }
  })
}

function attachmentValues({ schema }: FormDefinition): FormValues {
  const values: FormValues = {}
  const open = (properties: Record<string, FieldSchema>) => {
    for (const [key, field] of Object.entries(properties)) {
      if (field.type === 'void') open(field.properties ?? {})
      else if (field.type === 'string') values[key] = sampleOf(field)
    }
  }
  open(schema.properties)
  return values
}

function sampleOf(field: FieldSchema): string {
  const [first] = field.enum ?? []
  if (typeof first === 'string') return first
  return field['x-component'] === 'DatePicker' ? '2024-06-01' : '文字'
}
