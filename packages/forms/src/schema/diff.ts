import type { FieldSchema, FormDefinition } from './form-definition.ts'
import { fieldIndex } from './walk-fields.ts'

/** One difference between two versions of a form. */
export interface FormChange {
  kind: 'added' | 'removed' | 'changed'
  /** The field's path; '' for the form itself. */
  path: string
  /** In words, in Chinese. */
  message: string
  /** Whether values stored by the older version may no longer fit. */
  breaks: boolean
}

/** What changed from one version of a form to the next, in words, and what it breaks. */
export function diff(before: FormDefinition, after: FormDefinition): FormChange[] {
  const [old, now] = [fieldIndex(before), fieldIndex(after)]
  const changes: FormChange[] = []
  if (before.title !== after.title) {
    changes.push({
      kind: 'changed',
      path: '',
      message: `表单名称由「${before.title}」改为「${after.title}」`,
      breaks: false,
    })
  }
  for (const [path, { schema }] of old) {
    const next = now.get(path)?.schema
    const name = `「${schema.title ?? path}」`
    if (!next) changes.push({ kind: 'removed', path, message: `删去了字段${name}，已填的内容不再显示`, breaks: true })
    else changes.push(...fieldChanges(path, name, schema, next))
  }
  for (const [path, { schema }] of now) {
    if (old.has(path)) continue
    const required = schema.required === true
    const message = `新增了${required ? '必填' : ''}字段「${schema.title ?? path}」${required ? '，未办完的件要补填' : ''}`
    changes.push({ kind: 'added', path, message, breaks: required })
  }
  if (JSON.stringify(before.paper) !== JSON.stringify(after.paper)) {
    changes.push({ kind: 'changed', path: '', message: '纸面版式有改动', breaks: false })
  }
  return changes
}

function fieldChanges(path: string, name: string, before: FieldSchema, after: FieldSchema): FormChange[] {
  const changes: FormChange[] = []
  const change = (message: string, breaks: boolean) =>
    changes.push({ kind: 'changed', path, message: `${name}${message}`, breaks })
  const differs = (key: keyof FieldSchema) => JSON.stringify(before[key]) !== JSON.stringify(after[key])
  if (differs('title')) change(`改名为「${after.title ?? path}」`, false)
  if (differs('type')) change(`的类型由 ${before.type} 改为 ${after.type}，已填的内容不再合用`, true)
  else if (differs('x-component'))
    change(`的组件由 ${before['x-component'] ?? '默认'} 改为 ${after['x-component'] ?? '默认'}`, false)
  if (differs('required')) change(after.required ? '改为必填，未办完的件要补填' : '改为选填', Boolean(after.required))
  if (differs('x-visible') || differs('x-reactions')) change('的显示条件或联动有改动', false)
  if (differs('x-value')) change('的计算公式有改动，办理时重新计算', false)
  if (differs('x-sensitivity')) change('的敏感级别有改动，遮盖方式随之改变', false)
  changes.push(...optionChanges(path, name, before, after))
  const rules = [
    'x-validator',
    'x-format',
    'pattern',
    'maxLength',
    'minLength',
    'maximum',
    'minimum',
    'maxItems',
    'minItems',
    'x-dictionary',
  ] as const
  if (rules.some(differs)) change('的填写要求有改动，已填的内容可能不符合', true)
  return changes
}

function optionChanges(path: string, name: string, before: FieldSchema, after: FieldSchema): FormChange[] {
  const values = (schema: FieldSchema) =>
    (schema.enum ?? []).map((option) => String(typeof option === 'object' ? option.value : option))
  const [old, now] = [values(before), values(after)]
  const gone = old.filter((value) => !now.includes(value))
  const fresh = now.filter((value) => !old.includes(value))
  const change = (words: string, list: string[], breaks: boolean): FormChange[] =>
    list.length === 0 ? [] : [{ kind: 'changed', path, message: `${name}${words}选项「${list.join('」「')}」`, breaks }]
  return [...change('删去了', gone, now.length > 0), ...change('新增了', fresh, old.length === 0)]
}
