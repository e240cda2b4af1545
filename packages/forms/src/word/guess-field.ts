import type { FieldSchema } from '../schema/form-definition.ts'

/** What a label seems to ask for. */
export interface FieldGuess {
  schema: FieldSchema
  /** 0 to 1. */
  confidence: number
  why: string
}

const choice = (name: string): FieldSchema => ({ type: 'string', 'x-dictionary': name, 'x-component': 'Select' })
const date = (picker: string): FieldSchema => ({
  type: 'string',
  'x-component': 'DatePicker',
  'x-component-props': { picker },
})
const input = (extra: FieldSchema = {}): FieldSchema => ({
  type: 'string',
  maxLength: 60,
  'x-component': 'Input',
  ...extra,
})
const long = (maxLength: number): FieldSchema => ({ type: 'string', maxLength, 'x-component': 'TextArea' })

/** Labels and what they ask for, the more special first. */
const LABELS: Array<[RegExp, FieldSchema, number, string]> = [
  [/简历|经历/, { type: 'array', 'x-component': 'Resume' }, 0.95, '“简历”是分段的起止年月和说明'],
  [
    /身份证.*护照|护照.*身份证/,
    {
      type: 'string',
      maxLength: 18,
      'x-format': 'resident-id-or-passport',
      'x-sensitivity': 'identity',
      'x-component': 'ResidentId',
    },
    0.95,
    '证件号，可为护照',
  ],
  [
    /身份证/,
    {
      type: 'string',
      maxLength: 18,
      'x-format': 'resident-id',
      'x-sensitivity': 'identity',
      'x-component': 'ResidentId',
    },
    0.95,
    '身份证号',
  ],
  [/信用代码/, { type: 'string', 'x-format': 'credit-code', 'x-component': 'CreditCode' }, 0.95, '统一社会信用代码'],
  [
    /性别/,
    {
      ...choice('GB/T 2261.1'),
      enum: [
        { label: '男', value: '1' },
        { label: '女', value: '2' },
      ],
      'x-component': 'Radio',
    },
    0.98,
    '性别',
  ],
  [/民族/, choice('GB/T 3304'), 0.98, '民族字典'],
  [/政治面貌/, choice('GB/T 4762'), 0.98, '政治面貌字典'],
  [/文化程度|学历/, choice('GB/T 4658'), 0.9, '学历字典'],
  [
    /籍贯|出生地/,
    { type: 'string', 'x-component': 'Division', 'x-component-props': { level: 'city', display: 'short' } },
    0.9,
    '省市',
  ],
  [/区域|区县/, { type: 'string', 'x-component': 'Division' }, 0.8, '行政区划'],
  [/出生(日期|年月日)/, date('date'), 0.95, '日期'],
  [/日期/, date('date'), 0.85, '日期'],
  [/时间|年月/, date('month'), 0.7, '多为年月'],
  [/手机/, input({ 'x-format': 'mobile', 'x-sensitivity': 'phone', maxLength: 20 }), 0.95, '手机号'],
  [/电话|联系方式/, input({ 'x-format': 'phone', 'x-sensitivity': 'phone', maxLength: 20 }), 0.95, '电话号码'],
  [/邮箱|电子邮件/, input({ 'x-format': 'email', 'x-sensitivity': 'email' }), 0.95, '电子邮箱'],
  [/地址|住址/, input({ 'x-sensitivity': 'address', maxLength: 80 }), 0.9, '地址'],
  [/金额|经费|费用/, { type: 'number', 'x-component': 'Money' }, 0.8, '金额'],
  [/天数|人数|数量|年龄/, { type: 'number', 'x-component': 'NumberPicker' }, 0.85, '数字'],
  [/照片/, { type: 'string', 'x-component': 'Photo' }, 0.95, '照片'],
  [/依据|事由|原因|理由/, long(300), 0.75, '一段话'],
  [/业绩|介绍|情况|说明|事迹|备注/, long(1500), 0.85, '成段的文字'],
]

/** Guesses the field of a label. A tall or wide empty cell makes prose of a label that says nothing. */
export function guessField(label: string, tall: boolean): FieldGuess {
  const known = LABELS.find(([pattern]) => pattern.test(label))
  if (known) return { schema: structuredClone(known[1]), confidence: known[2], why: known[3] }
  if (tall) return { schema: long(1000), confidence: 0.6, why: '格子高，多为成段的文字' }
  const name = /姓名|名称|单位|专员|职务|院校|职称/.test(label)
  return { schema: input(), confidence: name ? 0.9 : 0.6, why: name ? '单行文字' : '没有认出标签，先作单行文字' }
}
