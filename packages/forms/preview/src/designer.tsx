import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { createRoot } from 'react-dom/client'
import 'dayjs/locale/zh-cn'
import quota from '../../../../examples/zibo-talent-cards/forms/huicai-quota.form.json'
import { FormDesigner, type StepAccess } from '../../src/designer/index.ts'
import { parseForm } from '../../src/index.ts'
import { zhupiTheme } from '../../src/react/index.ts'
import { services } from './services.ts'
import './preview.css'

const form = parseForm(quota)
const empty = parseForm({ key: 'empty', title: '未命名表单', schema: { type: 'object', properties: {} } })

const STEPS: StepAccess[] = [
  { flow: 'huicai-quota', element: 'apply', title: '填表申报', access: { '*': 'edit' } },
  { flow: 'huicai-quota', element: 'employer', title: '用人单位意见', access: { 用人单位意见: 'edit' } },
  { flow: 'huicai-quota', element: 'county', title: '区县主管部门审核', access: { 区县主管部门意见: 'edit' } },
  {
    flow: 'huicai-quota',
    element: 'city',
    title: '市工信局审核',
    access: { 市主管部门意见: 'edit', 企业类型: 'edit' },
  },
]

const REPORT = [
  {
    path: '企业类型',
    label: '企业类型',
    cell: { row: 13, index: 3 },
    guess: 'Radio',
    confidence: 0.62,
    why: '备注1 里列了两种',
  },
  {
    path: '主管部门',
    label: '主管部门',
    cell: { row: 13, index: 5 },
    guess: 'Unit',
    confidence: 0.41,
    why: '标签里有“部门”',
  },
  { path: '姓名', label: '姓名', cell: { row: 0, index: 1 }, guess: 'Input', confidence: 0.97, why: '标签' },
]

/** Somebody else has saved when the hash says so. */
async function save() {
  if (location.hash !== '#conflict') return { etag: String(Date.now()) }
  throw { status: 412, theirs: { form: { ...form, title: '对方改过的标题' }, etag: 'theirs' } }
}

const root = document.getElementById('root')
const isEmpty = location.hash === '#empty'
if (root) {
  createRoot(root).render(
    <ConfigProvider locale={zhCN} theme={zhupiTheme}>
      <FormDesigner
        draft={isEmpty ? empty : form}
        etag="1"
        published={form}
        report={isEmpty ? undefined : REPORT}
        steps={isEmpty ? [] : STEPS}
        onSave={save}
        onStepsChange={() => undefined}
        onPublish={() => undefined}
        onBack={() => undefined}
        services={services}
      />
    </ConfigProvider>,
  )
}
