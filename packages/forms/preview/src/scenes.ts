import quota from '../../../../examples/zibo-talent-cards/forms/huicai-quota.form.json'
import elite from '../../../../examples/zibo-talent-cards/forms/jingying.form.json'
import type { AccessMap, FormDefinition, FormValues } from '../../src/index.ts'
import { parseForm } from '../../src/index.ts'
import type { FormViewProps } from '../../src/react/index.ts'
import { ELITE, opinion, QUOTA, QUOTA_REVIEW, QUOTA_WRONG } from './values.ts'

interface Scene extends Pick<FormViewProps, 'access' | 'layout' | 'readOnly' | 'highlights'> {
  name: string
  form: FormDefinition
  values: FormValues
  /** Everything wrong is shown from the start. */
  validate?: boolean
}

const QUOTA_FORM = parseForm(quota)
const ELITE_FORM = parseForm(elite)
const FILL: AccessMap = { '*': 'edit', 企业名称: 'read', 工作单位: 'read' }
const REVIEW: AccessMap = { 企业类型: 'edit' }
const OWNERS = {
  用人单位意见: '提交后由本单位负责人填写',
  区县主管部门意见: '由张店区工信局填写',
  市主管部门意见: '由市工信局填写',
  主管部门意见: '由张店区人社局填写',
}
const HIGHLIGHTS = {
  owners: OWNERS,
  mine: '市主管部门意见',
  preview: {
    ...opinion('市工业和信息化局', '市工信局分管领导', '同意推荐。', '2024-03-20T02:00:00Z'),
    signature: undefined,
  },
  corrected: {
    引进时间: { before: '2023-07', after: '2023-09', at: '2024-03-11T08:00:00Z' },
    学习工作简历: { before: QUOTA_WRONG.学习工作简历, after: QUOTA.学习工作简历, at: '2024-03-11T08:00:00Z' },
  },
}

export const SCENES: Scene[] = [
  { name: 'quota-empty', form: QUOTA_FORM, values: {}, access: FILL, highlights: { owners: OWNERS } },
  {
    name: 'quota-errors',
    form: QUOTA_FORM,
    values: QUOTA_WRONG,
    access: FILL,
    highlights: { owners: OWNERS },
    validate: true,
  },
  { name: 'quota-filled', form: QUOTA_FORM, values: QUOTA, access: FILL, highlights: { owners: OWNERS } },
  { name: 'quota-review', form: QUOTA_FORM, values: QUOTA_REVIEW, access: REVIEW, highlights: HIGHLIGHTS },
  { name: 'quota-read', form: QUOTA_FORM, values: QUOTA_REVIEW, access: {}, readOnly: true },
  { name: 'elite-empty', form: ELITE_FORM, values: {}, access: { '*': 'edit' }, highlights: { owners: OWNERS } },
  { name: 'elite-filled', form: ELITE_FORM, values: ELITE, access: { '*': 'edit' }, validate: true },
  { name: 'elite-read', form: ELITE_FORM, values: ELITE, access: {}, readOnly: true },
]
