import type { Matter, MatterSummary } from '../../src/api/types.ts'
import { applicantValues, formFile } from './form-values.ts'
import { hoursAgo } from './tasks.ts'

export const fakeMatters: MatterSummary[] = [
  {
    key: 'huicai-quota',
    title: '“山东惠才卡”配额制申领',
    description: '“十强”产业集群领军企业、“四链”融合机制重点实施企业每年可推荐一名引进的急需紧缺人才。',
    category: '人才卡申领',
    version: 1,
    draftUpdatedAt: hoursAgo(3),
  },
  {
    key: 'jingying',
    title: '“淄博精英卡”申领',
    description: '企业引进的各类人才，经区县人社部门或市直主管部门审核，由市人社局发卡。',
    category: '人才卡申领',
    version: 1,
    draftUpdatedAt: null,
  },
  {
    key: 'public-services',
    title: '公共服务需求登记',
    description: '子女入学、就医、住房等公共服务需求，由区县窗口登记，市直部门答复。',
    category: '服务需求',
    version: 1,
    draftUpdatedAt: null,
  },
  {
    key: 'suggestions',
    title: '意见建议',
    description: '对人才政策和服务的意见建议，按季度汇总。',
    category: '服务需求',
    version: 1,
    draftUpdatedAt: hoursAgo(26),
  },
]

/** The application of 附件1, half filled in from the directory. */
export function fakeMatter(): Matter {
  const { 工作单位, 企业名称, 统一社会信用代码, 单位所属区域 } = applicantValues
  return {
    ...(fakeMatters[0] as MatterSummary),
    form: formFile,
    access: { '*': 'edit', 用人单位意见: 'read', 区县主管部门意见: 'read', 市主管部门意见: 'read' },
    values: { 工作单位, 企业名称, 统一社会信用代码, 单位所属区域 },
    draft: null,
    limits: [
      { register: 'huicai-recommendations', label: '本企业名额', group: {}, used: 0, max: 1 },
      { register: 'huicai-recommendations', label: '本局名额', group: {}, used: 3, max: 5 },
      { register: 'huicai-recommendations', label: '全市名额', group: {}, used: 6, max: 10 },
    ],
    owners: { 用人单位意见: '本单位负责人', 区县主管部门意见: '张店区工信局', 市主管部门意见: '市工信局' },
    deadline: null,
  }
}
