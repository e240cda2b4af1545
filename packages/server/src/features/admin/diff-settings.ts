import type { DefinitionChange } from './definition-change.ts'

/** What the settings of a matter and of a register are called. */
const TITLES: Record<string, string> = {
  title: '名称',
  description: '说明',
  category: '分类',
  form: '所用表单',
  flow: '所用流程',
  initiators: '谁可以申请',
  readers: '谁可以看全部办件',
  numbering: '编号规则',
  caseTitle: '办件标题',
  digest: '办件摘要',
  prefill: '预填内容',
  limits: '名额',
  owners: '意见栏由谁填写',
  retired: '停用',
  deadline: '截止日期',
  phrases: '常用意见',
  unitOfCount: '计数单位',
  columns: '列',
  unique: '不能重复的列',
  views: '视图',
  editors: '谁可以修改',
  card: '卡的编号与有效期',
}

/** What changed in the settings of a matter or a register. */
export function diffSettings(area: 'matter' | 'register', before: string, after: string): DefinitionChange[] {
  const [old, now] = [JSON.parse(before), JSON.parse(after)] as Array<Record<string, unknown>>
  const keys = [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])]
  return keys
    .filter((key) => JSON.stringify(old?.[key]) !== JSON.stringify(now?.[key]))
    .map((key) => ({ area, path: key, ...words(key, old?.[key], now?.[key]), breaks: false }))
}

function words(key: string, before: unknown, after: unknown): Pick<DefinitionChange, 'kind' | 'message'> {
  const called = `“${TITLES[key] ?? key}”`
  if (before === undefined) return { kind: 'added', message: `新增了${called}${shown(after, '：')}` }
  if (after === undefined) return { kind: 'removed', message: `删去了${called}` }
  const from = shown(before, '由')
  const to = shown(after, '改为')
  return { kind: 'changed', message: from && to ? `${called}${from}${to}` : `${called}有改动` }
}

function shown(value: unknown, before: string): string {
  return typeof value === 'string' && value.length > 0 && value.length <= 40 ? `${before}“${value}”` : ''
}
