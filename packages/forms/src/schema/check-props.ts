import { COMMON_PROPS, type ComponentDescription, type PropDescription } from '../components/component.ts'
import { isExpression } from '../feel/index.ts'
import type { Issue } from './issue.ts'
import { LIMITS } from './limits.ts'

/** Props of `FormItem`, the only decorator. */
export const DECORATOR_PROPS: Record<string, PropDescription> = {
  tooltip: { title: '提示', type: 'string' },
  extra: { title: '补充说明', type: 'string' },
  colon: { title: '冒号', type: 'boolean' },
  asterisk: { title: '必填星号', type: 'boolean' },
  layout: { title: '布局', type: 'enum', options: ['horizontal', 'vertical', 'inline'] },
  labelAlign: { title: '标签对齐', type: 'enum', options: ['left', 'right'] },
  labelCol: { title: '标签列宽', type: 'number' },
  wrapperCol: { title: '内容列宽', type: 'number' },
  labelWidth: { title: '标签宽度', type: 'number' },
  gridSpan: { title: '占列数', type: 'number' },
}

/** Props that would run code, load something or paint outside the field, told apart from misspelt ones. */
const UNSAFE_PROP =
  /^(on[A-Z].*|on[a-z]+|dangerouslySetInnerHTML|style|className|href|src|srcDoc|action|formAction|ref|key|children|render.*|dropdownRender|target|is)$/

/** Links that run code or smuggle content, however they are spelt. */
export function isUnsafeText(value: string): boolean {
  let bare = ''
  for (const character of value) if (character.charCodeAt(0) > 0x20) bare += character.toLowerCase()
  return /(?:^|["'(=,])(?:javascript|vbscript|data):/.test(bare) || bare.includes('url(') || /<\/?[a-z!]/.test(bare)
}

/** Checks `x-component-props` or `x-decorator-props` against the list of what may be set. */
export function checkProps(
  props: Record<string, unknown>,
  known: Record<string, PropDescription>,
  path: Issue['path'],
  issues: Issue[],
): void {
  for (const [key, value] of Object.entries(props)) {
    const prop = Object.hasOwn(known, key) ? known[key] : undefined
    const at = [...path, key]
    if (!prop) {
      const unsafe = UNSAFE_PROP.test(key)
      issues.push({
        code: unsafe ? 'UNSAFE_PROP' : 'UNKNOWN_PROP',
        path: at,
        message: unsafe ? `属性「${key}」不安全，不能使用` : `这个组件没有属性「${key.slice(0, 40)}」，请删去`,
      })
    } else checkValue(prop, key, value, at, issues)
  }
}

function checkValue(prop: PropDescription, key: string, value: unknown, path: Issue['path'], issues: Issue[]): void {
  if (typeof value === 'string' && (isUnsafeText(value) || isExpression(value))) {
    issues.push({ code: 'UNSAFE_PROP', path, message: `属性「${key}」里不能写脚本、链接、标签或表达式` })
  } else if (prop.type === 'enum') {
    const options = prop.options ?? []
    if (typeof value !== 'string' || !options.includes(value)) {
      issues.push({ code: 'TYPE', path, message: `属性「${key}」应是 ${options.join('、')} 之一` })
    }
  } else {
    const type = { string: '文字', number: '数字', boolean: 'true 或 false' }[prop.type]
    const long = typeof value === 'string' && value.length > LIMITS.textLength
    if (typeof value !== prop.type || long) issues.push({ code: 'TYPE', path, message: `属性「${key}」应是${type}` })
  }
}

/** The props a component takes. */
export function propsOf(component: ComponentDescription): Record<string, PropDescription> {
  return { ...COMMON_PROPS, ...component.props }
}
