import type { FieldSchema } from './form-definition.ts'
import { isRecord } from './is-record.ts'
import type { Issue } from './issue.ts'
import { LIMITS } from './limits.ts'
import { checkShape, expression, flag, record, type Shape } from './shape.ts'

const names: Shape = {
  title: '字段名的列表',
  test: (value) => Array.isArray(value) && value.every((name) => typeof name === 'string'),
}
const condition: Shape = { title: expression.title, test: (value) => expression.test(value) || flag.test(value) }
const KEYS = { dependencies: names, when: condition, fulfill: record, otherwise: record }
/** States of a field that a reaction may set: those that FEEL can compute. */
export const STATE_KEYS: ReadonlySet<string> = new Set([
  'visible',
  'hidden',
  'display',
  'required',
  'disabled',
  'readOnly',
  'editable',
  'pattern',
  'value',
  'title',
  'description',
])

/** Checks `x-reactions`: only states that FEEL can compute, and no `run`, which would be a program. */
export function checkReactions(schema: FieldSchema, path: Issue['path'], issues: Issue[]): void {
  const reactions: unknown = schema['x-reactions']
  if (reactions === undefined) return
  const entries: unknown[] = Array.isArray(reactions) ? reactions : [reactions]
  if (entries.length > LIMITS.reactions) {
    issues.push({
      code: 'TOO_LARGE',
      path: [...path, 'x-reactions'],
      message: `一个字段最多 ${LIMITS.reactions} 个联动`,
    })
  }
  for (const [index, reaction] of entries.slice(0, LIMITS.reactions).entries()) {
    const at = Array.isArray(reactions) ? [...path, 'x-reactions', index] : [...path, 'x-reactions']
    if (!isRecord(reaction))
      issues.push({ code: 'TYPE', path: at, message: '联动应是 { dependencies、when、fulfill、otherwise }' })
    else if (checkShape(reaction, KEYS, at, issues)) {
      for (const branch of ['fulfill', 'otherwise']) checkBranch(reaction[branch], [...at, branch], issues)
    }
  }
}

function checkBranch(branch: unknown, path: Issue['path'], issues: Issue[]): void {
  if (!isRecord(branch)) return
  for (const [key, state] of Object.entries(branch)) {
    const at = [...path, key]
    if (key === 'run')
      issues.push({ code: 'RUN_FORBIDDEN', path: at, message: '联动里不能写程序（run），请改用 state 里的表达式' })
    else if (key !== 'state' || !isRecord(state)) {
      issues.push({ code: 'UNKNOWN_KEY', path: at, message: `联动里只能写 state，不认识「${key.slice(0, 40)}」` })
    } else {
      for (const name of Object.keys(state)) {
        if (!STATE_KEYS.has(name))
          issues.push({ code: 'UNKNOWN_STATE', path: [...at, name], message: `联动不能改「${name.slice(0, 40)}」` })
      }
    }
  }
}
