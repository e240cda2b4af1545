import { COMPONENTS, type FieldSchema, type FormDefinition, type FormValues, parseForm } from '../../src/index.ts'
import { ELITE, QUOTA, QUOTA_REVIEW } from './values.ts'

const LONG = '主持完成特种工程塑料连续聚合中试线建设，解决高黏体系传热与脱挥难题。'.repeat(6)
const ROWS = Array.from({ length: 4 }, (_, index) => ({
  名称: index === 2 ? '高黏体系连续聚合反应器及其配套的薄膜蒸发脱挥装置' : `设备${index + 1}`,
  类别: '货物',
  单价: 12_800 * (index + 1),
  数量: index + 1,
  小计: 12_800 * (index + 1) * (index + 1),
}))

const OPTIONS = ['用人单位推荐', '专家举荐', '海外引才工作站、人才联络处及合作机构集中推荐']

/** What a component needs besides its name, and a value as long as one gets. */
const SAMPLES: Record<string, { schema?: FieldSchema; value: unknown; wrong?: unknown }> = {
  Input: {
    value: '淄博XX新材料股份有限公司特种工程塑料产业化项目建设指挥部办公室',
    schema: { minLength: 2 },
    wrong: '一',
  },
  TextArea: { value: LONG, schema: { maxLength: 500 }, wrong: LONG.repeat(4) },
  NumberPicker: {
    value: 1_234_567.89,
    schema: { maximum: 2_000_000, 'x-component-props': { addonAfter: '人' } },
    wrong: 9e9,
  },
  Select: { value: OPTIONS[2], schema: { enum: OPTIONS } },
  Radio: { value: OPTIONS[2], schema: { enum: OPTIONS } },
  Checkbox: { value: OPTIONS, schema: { enum: OPTIONS } },
  ChoiceBox: { value: OPTIONS[0], schema: { enum: OPTIONS } },
  DatePicker: { value: '2024-06-01' },
  DateRange: { value: ['2024-06-01', '2024-12-31'], wrong: ['2024-06-01', '2024-01-01'] },
  ResidentId: { value: QUOTA.身份证或护照号, wrong: '370303198601010011' },
  CreditCode: { value: QUOTA.统一社会信用代码, wrong: '91370300' },
  Division: { value: '370303' },
  Person: { value: { id: 'p', name: '市工业和信息化局科技与人才科经办' } },
  Unit: { value: { id: 'u', name: '淄博市工业和信息化局' } },
  Photo: { value: 'photo' },
  Signature: { value: 'sign-1' },
  Opinion: { value: QUOTA_REVIEW.区县主管部门意见 },
  Resume: { value: ELITE.学习工作简历, wrong: [{ from: '2014-07', to: '2010-01', text: '' }] },
  Money: { value: 12_345_678.9, wrong: 1.234 },
  SubTable: {
    value: ROWS,
    wrong: [{ 单价: -1, 数量: 3 }],
    schema: {
      'x-component-props': { totals: true, minRows: 2 },
      items: {
        type: 'object',
        properties: {
          名称: { type: 'string', title: '名称', required: true, 'x-component': 'Input' },
          类别: { type: 'string', title: '类别', enum: ['货物', '服务'], 'x-component': 'Select' },
          单价: { type: 'number', title: '单价', minimum: 0, 'x-component': 'Money' },
          数量: { type: 'number', title: '数量', 'x-component': 'NumberPicker' },
          小计: { type: 'number', title: '小计', 'x-component': 'Money', 'x-value': '{{ 单价 * 数量 }}' },
        },
      },
    },
  },
  Attachments: {
    value: [
      { id: 'a', name: '劳动合同.pdf', size: 1_258_291 },
      { id: 'b', name: '博士学位证书及国（境）外学历学位认证报告、职称证书、获奖证书合订本.pdf', size: 18_880_640 },
    ],
  },
}

export const STATES = ['空白', '填写', '停用', '有误', '只读', '只读空白', '打印', '打印空白'] as const
export type State = (typeof STATES)[number]

const NAMES = COMPONENTS.map(({ name }) => name).filter((name) => name in SAMPLES)

/** A form with one field of every component. */
export function galleryForm(state: State): FormDefinition {
  const fields = COMPONENTS.filter(({ name }) => name in SAMPLES).map(
    ({ name, title, types }): [string, FieldSchema] => {
      const type = name === 'Checkbox' ? 'array' : (types[0] ?? 'string')
      const schema: FieldSchema = { type, title, 'x-component': name, ...SAMPLES[name]?.schema }
      if (state === '停用') schema['x-disabled'] = true
      if (state === '有误' || state === '空白') schema.required = true
      return [name, schema]
    },
  )
  return parseForm({
    key: 'gallery',
    title: `组件一览：${state}`,
    schema: { type: 'object', properties: Object.fromEntries(fields) },
    paper: {
      size: 'A4',
      title: `组件一览：${state}`,
      columns: [1, 4],
      rows: fields.map(([name, { title = name }]) => [{ text: title }, { field: name }]),
    },
  })
}

export function galleryValues(state: State): FormValues {
  if (state.endsWith('空白')) return {}
  const key = state === '有误' ? 'wrong' : 'value'
  return Object.fromEntries(NAMES.map((name) => [name, SAMPLES[name]?.[key]]))
}
