import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fieldIndex } from '../schema/walk-fields.ts'
import { importFile } from './index.ts'

async function imported(name: string) {
  const { form, report } = await importFile(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)), name)
  const found = [...fieldIndex(form).values()].map(({ path, schema }) => `${path} ${schema['x-component']}`)
  return { form, report, found, schemaOf: (path: string) => fieldIndex(form).get(path)?.schema }
}

/** `姓名 性别:Radio` */
const fields = (text: string) =>
  text
    .trim()
    .split(/\s+/)
    .map((field) => (field.includes(':') ? field.replace(':', ' ') : `${field} Input`))

const PERSON =
  '姓名 性别:Radio 出生日期:DatePicker 照片:Photo 民族:Select 籍贯:Division 单位所属区域:Division 政治面貌:Select 文化程度:Select 专业技术职务 毕业院校及专业 毕业时间:DatePicker'

const EXPECTED: Record<string, string> = {
  'attachment-1.docx': `${PERSON} 工作单位 引进时间:DatePicker 身份证或护照号:ResidentId 联系电话 通讯地址 邮箱 单位服务专员 专员联系电话
    学习工作简历:Resume 主要业绩及获得荣誉称号:TextArea 申领人签字:Signature 企业名称 企业类型:Select 主管部门 企业情况介绍:TextArea
    用人单位意见:Opinion 区县主管部门意见:Opinion 市主管部门意见:Opinion`,
  'attachment-2.docx': `${PERSON} 引才单位 拟引进时间:DatePicker 身份证或护照号:ResidentId 联系电话 通讯地址 邮箱 拟认定层次:ChoiceBox
    认定依据:TextArea 学习工作简历:Resume 主要业绩及获得荣誉称号:TextArea 申领人签字:Signature 单位服务专员 专员联系电话
    用人单位意见:Opinion 主管部门或区县人社部门意见:Opinion`,
  'leave-request.docx': `填表单位 填表日期:DatePicker 姓名 科室 职务 参加工作时间:DatePicker 工作年限:NumberPicker 联系电话 请假类别:ChoiceBox
    请假时间:DateRange 天数:NumberPicker 是否离开本市:ChoiceBox 前往地点 请假事由:TextArea 紧急联系人姓名 紧急联系人联系电话 与本人关系
    科室负责人意见:Opinion 分管领导意见:Opinion 主要领导意见:Opinion 实际返岗日期:DatePicker 本人签字:Signature`,
  'official-car.docx': `编号 申请部门 申请日期:DatePicker 用车类别:ChoiceBox 用车时间:DateRange 出发地 目的地 途经地 预计里程:NumberPicker
    用车事由:TextArea 带队人 联系电话 乘车人数:NumberPicker 是否需要驾驶员:ChoiceBox 车牌号 驾驶员电话 出车里程表读数:NumberPicker
    回车里程表读数:NumberPicker 申请部门负责人意见:Opinion 公务用车管理部门意见:Opinion`,
  'asset-purchase.docx': `申请部门 申请日期:DatePicker 项目名称 资金来源 采购方式:ChoiceBox 明细:SubTable 明细.序号:NumberPicker 明细.资产名称
    明细.规格型号 明细.数量:NumberPicker 明细.金额单价:Money 明细.金额总价:Money 明细.备注 数量合计:NumberPicker 金额总价合计:Money
    申请理由:TextArea 联系人 联系电话 申请部门意见:Opinion 资产管理部门意见:Opinion 财务部门意见:Opinion`,
  'expert-pool.docx': `档案编号 姓名 性别:ChoiceBox 出生年月:DatePicker 照片:Photo 证件号码:ResidentId 民族:Select 学历:Select 职称:Select 从事专业
    工作单位 职务 办公电话 手机 电子邮箱 开户银行 银行账号 评审领域:ChoiceBox 回避单位:ChoiceBox 工作简历:Resume
    主持或参与的评审项目:SubTable 主持或参与的评审项目.起止年月:DateRange 主持或参与的评审项目.项目名称
    主持或参与的评审项目.本人排名:NumberPicker 主持或参与的评审项目.项目来源 主要学术成果:TextArea 承诺人签名:Signature
    承诺人签字日期:DatePicker 所在单位意见:Opinion 主管部门意见:Opinion`,
  'project-summary.xlsx': `推荐单位 填报日期:DatePicker 明细:SubTable 明细.序号:NumberPicker 明细.项目名称 明细.申报单位 明细.项目类别:Select
    明细.项目负责人 明细.资金总投资:NumberPicker 明细.资金申请资助:NumberPicker 明细.实施期限:DateRange 明细.联系电话
    资金总投资合计:NumberPicker 资金申请资助合计:NumberPicker 填报人 联系电话 单位负责人签字:Signature`,
  'business-trip.docx': `单位 填表时间:DatePicker 出差人员 职务级别 所在科室 同行人员 出差事由:TextArea 出差地点 往返时间:DateRange 天数:NumberPicker
    交通工具:ChoiceBox 食宿安排:ChoiceBox 预算费用:Money 预算科目 是否乘坐超标准交通工具:ChoiceBox 科室负责人审批:Opinion 分管领导审批:Opinion
    主要领导审批:Opinion`,
  'reception.docx': `编号 来访单位 公函文号 接待时间:DateRange 来访人员:SubTable 来访人员.姓名 来访人员.单位 来访人员.职务 来访人员.备注 早餐次数:NumberPicker
    早餐人数:NumberPicker 午餐次数:NumberPicker 午餐人数:NumberPicker 晚餐次数:NumberPicker 晚餐人数:NumberPicker 单间间数:NumberPicker
    标准间间数:NumberPicker 标准间晚数:NumberPicker 用车 陪同人员 陪餐人数:NumberPicker 大写 小写:Money 承办科室意见:Opinion 办公室意见:Opinion
    领导审批:Opinion`,
  'seal-use.docx': `申请部门 申请日期:DatePicker 经办人 联系电话 文件名称 文件份数:NumberPicker 密级:ChoiceBox 印章类型:ChoiceBox 用印事由:TextArea
    是否带出:ChoiceBox 带出时间:DatePicker 归还时间:DatePicker 部门负责人签字:Signature 分管领导签字:Signature 部门负责人签字日期:DatePicker
    分管领导签字日期:DatePicker 办公室主任签字:Signature 办公室主任签字日期:DatePicker`,
  'project-application.docx': `项目名称 申报单位 统一社会信用代码:CreditCode 起止年限:DateRange 项目类别:ChoiceBox 项目总投资:NumberPicker 申请资助:NumberPicker 项目负责人 手机号码
    电子信箱 邮编 主要研究人员:SubTable 主要研究人员.序号:NumberPicker 主要研究人员.姓名 主要研究人员.年龄:NumberPicker 主要研究人员.承担任务
    设备费合计:Money 设备费财政资金:Money 设备费自筹资金:Money 材料费合计:Money 材料费财政资金:Money 材料费自筹资金:Money 劳务费合计:Money
    劳务费财政资金:Money 劳务费自筹资金:Money 合计:Money 合计财政资金:Money 合计自筹资金:Money 项目主要内容:TextArea 申报单位意见:Opinion
    推荐部门意见:Opinion`,
  'recruitment.docx': `报考单位 报考岗位 岗位代码 姓名 性别:Radio 出生年月:DatePicker 照片:Photo 民族:Select 政治面貌:Select 参加工作时间:DatePicker 学历:Select 学位
    毕业时间:DatePicker 毕业院校 所学专业 户籍所在地 身份证号:ResidentId 通讯地址 邮政编码 手机 固话 Email 现工作单位是否同意报考:ChoiceBox
    学习和工作简历:Resume 签名:Signature 签字日期:DatePicker 资格审查意见:Opinion`,
  'car-log.xlsx': `部门 日期:DatePicker 明细:SubTable 明细.序号:NumberPicker 明细.用车日期:DatePicker 明细.车牌号 明细.用车事由 明细.目的地
    明细.出车里程起:NumberPicker 明细.出车里程止:NumberPicker 明细.驾驶员 明细.备注 审核人 填表人`,
}

it.each(Object.entries(EXPECTED))('finds every field of %s, with its component', async (name, expected) => {
  const { found, report } = await imported(name)
  expect(found).toEqual(fields(expected))
  expect(report.map(({ path }) => path)).toEqual(
    found.map((field) => field.split(' ')[0]).filter((path) => !path?.includes('.')),
  )
})

it('reads the paper of 附件1 with caption, title, sections, notes and both sides', async () => {
  const { form } = await imported('attachment-1.docx')
  expect(form.paper).toMatchObject({ caption: '附件1', title: '“山东惠才卡”配额制申领登记表', duplex: true })
  expect(form.paper?.columns).toEqual(Array(7).fill(1289))
  expect(form.paper?.notes).toHaveLength(2)
  expect(Object.keys(form.schema.properties)).toEqual(['申领人员信息', '所在企业信息'])
})

it('takes choices from the notes where they list them, and none where the paper has none', async () => {
  const { schemaOf } = await imported('attachment-1.docx')
  expect(schemaOf('企业类型')?.enum).toEqual(['“十强”产业集群领军企业', '“四链”融合机制重点实施企业'])
  expect(schemaOf('主管部门')).toMatchObject({ type: 'string', 'x-component': 'Input' })
})

it('tells one choice from many', async () => {
  const level = (await imported('attachment-2.docx')).schemaOf('拟认定层次')
  expect(level).toMatchObject({
    type: 'string',
    enum: [
      { label: 'A', value: 'A' },
      { label: 'B（省级杰出人才）', value: 'B' },
      { label: 'C（市级杰出人才）', value: 'C' },
    ],
  })
  expect((await imported('official-car.docx')).schemaOf('用车类别')?.type).toBe('array')
  expect((await imported('official-car.docx')).schemaOf('是否需要驾驶员')).toMatchObject({
    type: 'string',
    enum: [
      { label: '是', value: '是' },
      { label: '否', value: '否' },
    ],
  })
})

it('requires what the paper marks, and says where each guess stands', async () => {
  const { form, report } = await imported('official-car.docx')
  const required = report.filter((guess) => guess.required).map(({ path }) => path)
  expect(required).toEqual(['用车类别', '用车时间', '用车事由', '带队人', '联系电话'])
  expect(report.find(({ path }) => path === '带队人')).toMatchObject({
    place: { table: 1, row: 7, column: 3 },
    confidence: 0.9,
  })
  expect(report.find(({ path }) => path === '编号')?.place).toMatchObject({ table: 0 })
  expect(form.paper?.rows[4]?.[0]).toEqual({ text: '行\n程', rowSpan: 3 })
})

it('makes a sub-table of repeated empty rows, with the widths of its columns and sums below', async () => {
  const { form, schemaOf } = await imported('asset-purchase.docx')
  expect(form.paper?.rows.flat().find(({ field }) => field === '明细')?.columns).toEqual([
    650, 1700, 1500, 800, 900, 1300, 1650,
  ])
  expect(schemaOf('明细')).toMatchObject({ 'x-component-props': { minRows: 5 } })
  expect(schemaOf('金额总价合计')).toMatchObject({ 'x-value': '{{ sum(明细.金额总价) }}', 'x-read-only': true })
  expect((await imported('project-summary.xlsx')).form.paper).toMatchObject({
    caption: '附件2',
    orientation: 'landscape',
  })
})

it('keeps what stands behind options apart from them, and reads empty brackets as boxes of one choice', async () => {
  const carried = (await imported('seal-use.docx')).schemaOf('是否带出')
  expect(carried?.enum).toEqual([
    { label: '否', value: '否' },
    { label: '是', value: '是' },
  ])
  expect((await imported('business-trip.docx')).schemaOf('食宿安排')?.type).toBe('string')
})

it('takes the remark between a heading and its empty cell for a remark', async () => {
  const { form } = await imported('project-application.docx')
  const rows = form.paper?.rows.flat() ?? []
  expect(rows.find(({ text }) => text?.startsWith('（研究目标'))).not.toHaveProperty('field')
})
