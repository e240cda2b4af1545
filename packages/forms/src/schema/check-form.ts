import { checkDictionaries } from './check-dictionaries.ts'
import { checkExpressions } from './check-expressions.ts'
import { checkFields } from './check-fields.ts'
import { checkJson } from './check-json.ts'
import { checkPaper } from './check-paper.ts'
import type { FormDefinition, FormSchema } from './form-definition.ts'
import { isRecord } from './is-record.ts'
import type { Issue } from './issue.ts'
import { checkShape, record, type Shape, text } from './shape.ts'

const ENVELOPE: Record<string, Shape> = {
  key: {
    title: '小写字母开头，由小写字母、数字和短横组成的名称',
    test: (value) => typeof value === 'string' && /^[a-z][a-z0-9-]{0,63}$/.test(value),
  },
  title: { title: '表单名称', test: (value) => text.test(value) && String(value).trim() !== '' },
  schema: record,
  paper: record,
  dictionaries: record,
}

/** Everything wrong with a form file; an empty list means `parseForm` takes it. Never throws, whatever the input. */
export function checkForm(input: unknown): Issue[] {
  if (!isRecord(input)) return [{ code: 'TYPE', path: [], message: '表单文件应是一个 JSON 对象' }]
  const unfit = checkJson(input)
  if (unfit.length > 0) return unfit
  const issues: Issue[] = []
  checkShape(input, ENVELOPE, [], issues)
  for (const key of ['key', 'title', 'schema']) {
    if (input[key] === undefined) issues.push({ code: 'REQUIRED', path: [key], message: `表单文件缺少「${key}」` })
  }
  if (!isRecord(input.schema)) return issues
  const dictionaries = isRecord(input.dictionaries) ? checkDictionaries(input.dictionaries, issues) : undefined
  checkFields(input.schema, dictionaries ? { dictionaries } : {}, issues)
  if (issues.length > 0) return issues
  // Every node has just been checked.
  const form: Pick<FormDefinition, 'schema'> = { schema: input.schema as unknown as FormSchema }
  checkExpressions(form, issues)
  if (isRecord(input.paper)) checkPaper(input.paper, form, issues)
  return issues
}
