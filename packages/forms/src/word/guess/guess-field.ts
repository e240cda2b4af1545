import type { FieldSchema } from '../../schema/form-definition.ts'

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

const number: FieldSchema = { type: 'number', 'x-component': 'NumberPicker' }
const range: FieldSchema = { type: 'array', 'x-component': 'DateRange' }
const radio = (...options: string[]): FieldSchema => ({ type: 'string', enum: options, 'x-component': 'Radio' })

/** Labels and what they ask for, the more special first. */
const LABELS: Array<[RegExp, FieldSchema, number, string]> = [
  [/签[字名章]$|签[字名章][）)]$/, { type: 'string', 'x-component': 'Signature' }, 0.9, '签字'],
  [
    /(意见|批示)(栏)?$/,
    { type: 'array', 'x-component': 'Opinion', 'x-component-props': { seal: true } },
    0.85,
    '意见栏，由流程填写',
  ],
  [/^(对.{2,12}的)?意见(和|与|及)?建议$|建议(和|与|及)?意见$|诉求/, long(1000), 0.8, '成段的文字'],
  [/(姓名|名称)$/, input(), 0.9, '单行文字'],
  [
    /^(?!是否).{2,}(审批|审核|核准|审定|批准)$/,
    { type: 'array', 'x-component': 'Opinion' },
    0.75,
    '审批栏，多由流程填写',
  ],
  [
    /简历|((学习|工作|教育|培训|科研|从业|任职)经历)/,
    { type: 'array', 'x-component': 'Resume' },
    0.95,
    '“简历”是分段的起止年月和说明',
  ],
  [
    /身份证.*护照|护照.*身份证|^(有效)?证件号码?$/,
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
    /身份证(?!明)|身份号码/,
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
  [/^护照号?码?$/, input({ 'x-format': 'passport', 'x-sensitivity': 'identity', maxLength: 20 }), 0.9, '护照号'],
  [
    /信用代码|组织机构代码/,
    { type: 'string', 'x-format': 'credit-code', 'x-component': 'CreditCode' },
    0.95,
    '统一社会信用代码',
  ],
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
  [/^民族/, choice('GB/T 3304'), 0.98, '民族字典'],
  [/政治面貌/, choice('GB/T 4762'), 0.98, '政治面貌字典'],
  [/文化程度|学历/, choice('GB/T 4658'), 0.9, '学历字典'],
  [/婚姻状况|婚否/, radio('未婚', '已婚', '离异', '丧偶'), 0.75, '婚姻状况，选项请核对'],
  [
    /籍贯|出生地/,
    { type: 'string', 'x-component': 'Division', 'x-component-props': { level: 'city', display: 'short' } },
    0.9,
    '省市',
  ],
  [/区域|区县|所在地区$|行政区划/, { type: 'string', 'x-component': 'Division' }, 0.8, '行政区划'],
  [/出生(日期|年月日)/, date('date'), 0.95, '日期'],
  [/出生年月|参加工作时间|入党时间|任职时间/, date('month'), 0.9, '年月'],
  [/起止|(建设|实施|执行|合作|服务|请假|休假|出差)(期限|日期|时间|起讫)|有效期|合同期/, range, 0.65, '多为起止日期'],
  [/日期|年月日/, date('date'), 0.85, '日期'],
  [
    /(申请|填表|填报|上报|登记|受理|办理|来访|接待|用车|使用|会议|出发|返回|带出|到达|出车|购置|领用|签订|借用|归还|开始|结束|完成|成立)时间/,
    date('date'),
    0.7,
    '多为日期',
  ],
  [/年度|年份$/, date('year'), 0.75, '年度'],
  [/时间|年月/, date('month'), 0.7, '多为年月'],
  [/手机|移动电话/, input({ 'x-format': 'mobile', 'x-sensitivity': 'phone', maxLength: 20 }), 0.95, '手机号'],
  [
    /电话|联系方式|固话|座机/,
    input({ 'x-format': 'phone', 'x-sensitivity': 'phone', maxLength: 20 }),
    0.95,
    '电话号码',
  ],
  [/传真/, input({ 'x-format': 'phone', maxLength: 20 }), 0.85, '传真号码'],
  [/邮箱|信箱|电子邮件|e-?mail/i, input({ 'x-format': 'email', 'x-sensitivity': 'email' }), 0.95, '电子邮箱'],
  [/邮编|邮政编码/, input({ pattern: '^\\d{6}$', maxLength: 6 }), 0.95, '六位邮政编码'],
  [/地址|住址|通讯处|户口所在地|户籍地/, input({ 'x-sensitivity': 'address', maxLength: 80 }), 0.9, '地址'],
  [/(银行)?[账帐]号|银行卡号/, input({ 'x-sensitivity': 'bank', maxLength: 40 }), 0.9, '银行账号'],
  [/发文字号|文号/, input({ 'x-format': 'document-number' }), 0.8, '发文字号'],
  [/科目$/, input(), 0.85, '单行文字'],
  [/大写/, input({ maxLength: 60 }), 0.7, '大写金额'],
  [/小写/, { type: 'number', 'x-component': 'Money' }, 0.8, '金额'],
  [/万元|亿元/, number, 0.85, '以万元计的数字'],
  [
    /金额|经费$|资金$|费用|预算|单价|总价|价格|总额|投资额|产值|营业收入|工资|补贴|合计$|[（(]元[）)]/,
    { type: 'number', 'x-component': 'Money' },
    0.8,
    '金额',
  ],
  [
    /天数|人数|数量|年龄|次数|页数|份数|台数|辆数|户数|间数|桌数|晚数|时数|学时|学分|里程|公里数|面积|比例|得分|分数|年限|工龄|身高|体重|排名|^序号$|[（(](人|天|个|台|套|%)[）)]$/,
    number,
    0.85,
    '数字',
  ],
  [/照片|相片/, { type: 'string', 'x-component': 'Photo' }, 0.95, '照片'],
  [/^附件(材料|清单|目录)?$|证明材料$/, { type: 'array', 'x-component': 'Attachments' }, 0.7, '附件'],
  [/^是否|是否.{1,12}$|[（(]是[/／、或]否[）)]/, radio('是', '否'), 0.85, '“是否”'],
  [/依据|事由|原因|理由|用途|目的(?!地)/, long(300), 0.75, '一段话'],
  [
    /业绩|介绍|情况|说明|事迹|备注|内容|简介|计划|方案|措施|成果|结果|荣誉|奖惩|评价|总结|目标|要求|描述/,
    long(1500),
    0.85,
    '成段的文字',
  ],
]

/** Labels of one line of text, however high their cell. */
const NAMES =
  /姓名|名称|曾用名|单位|部门|科室|专员|职务|职级|院校|职称|专业|学位|型号|规格|品牌|编号|证号|车牌|车号|车型|地点|人$|人员$|驾驶员|负责人|银行|网址|类别|岗位|学校|领域$|方向$|地$|来源$|关系$|方式$|学校$/

/**
 * Guesses the field of a label. Choices in brackets (（事业/企业）) make a choice; a tall empty cell makes prose of a label that says
 * nothing.
 */
export function guessField(label: string, tall: boolean): FieldGuess {
  const listed = /[（(]([^（()）]{1,20}(?:[/／][^（()）/／]{1,20}){1,8})[）)]/.exec(label)?.[1]
  const known = LABELS.find(([pattern]) => pattern.test(label))
  if (listed && (!known || known[1].enum)) {
    return { schema: radio(...new Set(listed.split(/[/／]/))), confidence: 0.8, why: '标签的括号里列出了选项' }
  }
  if (known) return { schema: structuredClone(known[1]), confidence: known[2], why: known[3] }
  if (NAMES.test(label)) return { schema: input(), confidence: 0.9, why: '单行文字' }
  if (tall) return { schema: long(1000), confidence: 0.6, why: '格子高，多为成段的文字' }
  return { schema: input(), confidence: 0.6, why: '没有认出标签，先作单行文字' }
}

/** The field of a column: what would be prose elsewhere is a line here. */
export function guessColumn(label: string): FieldGuess {
  const guess = guessField(label, false)
  const component = guess.schema['x-component']
  if (component === 'TextArea') return { schema: input({ maxLength: 200 }), confidence: 0.8, why: '明细里的一格文字' }
  const simple = component !== 'Opinion' && component !== 'Photo' && component !== 'Resume' && component !== 'Signature'
  return simple ? guess : { schema: input(), confidence: 0.6, why: '明细里的一格文字' }
}
