import { isExpression } from '../feel/index.ts'
import { isRecord } from './is-record.ts'
import type { Issue } from './issue.ts'
import { LIMITS } from './limits.ts'

/** A check of one entry: what it should be, in Chinese, and whether it is. */
export interface Shape {
  title: string
  test(value: unknown): boolean
}

export const text: Shape = {
  title: `不含表达式的文字，最多 ${LIMITS.textLength} 字`,
  test: (value) => typeof value === 'string' && value.length <= LIMITS.textLength && !isExpression(value),
}
export const flag: Shape = { title: 'true 或 false', test: (value) => typeof value === 'boolean' }
export const flagOrExpression: Shape = {
  title: 'true、false 或 {{ 表达式 }}',
  test: (value) => typeof value === 'boolean' || isExpression(value),
}
export const expression: Shape = { title: '{{ 表达式 }}', test: isExpression }
export const number: Shape = { title: '数字', test: (value) => typeof value === 'number' }
export const count: Shape = { title: '不小于 0 的整数', test: (value) => Number.isInteger(value) && Number(value) >= 0 }
export const positive: Shape = { title: '大于 0 的整数', test: (value) => Number.isInteger(value) && Number(value) > 0 }
export const record: Shape = { title: '一个对象', test: isRecord }
export const list: Shape = { title: '一个列表', test: Array.isArray }
export const anything: Shape = { title: '任意值', test: () => true }
export const oneOf = (...values: readonly string[]): Shape => ({
  title: values.join('、'),
  test: (value) => typeof value === 'string' && values.includes(value),
})

/** Checks the entries of an object: unknown keys and wrong values are issues. Returns whether all are right. */
export function checkShape(
  value: Record<string, unknown>,
  shapes: Record<string, Shape>,
  path: Issue['path'],
  issues: Issue[],
): boolean {
  const before = issues.length
  for (const [key, entry] of Object.entries(value)) {
    const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined
    if (!shape)
      issues.push({ code: 'UNKNOWN_KEY', path: [...path, key], message: `不认识「${key.slice(0, 40)}」，请删去` })
    else if (!shape.test(entry))
      issues.push({ code: 'TYPE', path: [...path, key], message: `「${key}」应是${shape.title}` })
  }
  return issues.length === before
}
