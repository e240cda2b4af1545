import { isRecord } from './is-record.ts'
import type { Issue } from './issue.ts'

/** Everything wrong with a form file; an empty list means `parseForm` takes it. Never throws, whatever the input. */
export function checkForm(input: unknown): Issue[] {
  if (!isRecord(input)) return [{ code: 'TYPE', path: [], message: '表单文件应是一个 JSON 对象' }]
  return []
}
