import { isRecord } from './is-record.ts'
import type { Issue } from './issue.ts'
import { LIMITS } from './limits.ts'

/** Keys that reach an object's prototype. */
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/** Whether a key could reach an object's prototype. */
export function isUnsafeKey(key: string): boolean {
  return UNSAFE_KEYS.has(key)
}

/**
 * Whether an input is plain JSON within the limits: no class instances, functions, cycles or keys that reach a prototype. Goes
 * through the input without recursion, and stops when there is too much of it.
 */
export function checkJson(input: unknown): Issue[] {
  const issues: Issue[] = []
  const open: Array<{ value: unknown; path: Issue['path'] }> = [{ value: input, path: [] }]
  let size = 0
  for (let item = open.pop(); item; item = open.pop()) {
    const { value, path } = item
    size += sizeOf(value)
    if (size > LIMITS.bytes) {
      return [
        { code: 'TOO_LARGE', path: [], message: `表单文件最大 ${LIMITS.bytes / 1024} kB，请精简选项或拆成几份表单` },
      ]
    }
    if (path.length > LIMITS.jsonDepth) {
      return [{ code: 'TOO_DEEP', path: path.slice(0, 8), message: `表单文件最多嵌套 ${LIMITS.jsonDepth} 层` }]
    }
    if (Array.isArray(value)) {
      for (const [index, inner] of value.entries()) open.push({ value: inner, path: [...path, index] })
    } else if (isRecord(value)) {
      for (const key of Object.keys(value)) {
        size += key.length * 3 + 4
        if (isUnsafeKey(key))
          issues.push({ code: 'UNSAFE_KEY', path: [...path, key], message: `不能用「${key}」作名称` })
        else open.push({ value: value[key], path: [...path, key] })
      }
    } else if (!isScalar(value)) issues.push({ code: 'NOT_JSON', path, message: '这里的内容不是 JSON 数据' })
  }
  return issues
}

function isScalar(value: unknown): boolean {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  )
}

/** Bytes at least; Chinese takes three each. */
function sizeOf(value: unknown): number {
  if (typeof value !== 'string') return 4
  let bytes = 2
  for (let index = 0; index < value.length; index++) bytes += value.charCodeAt(index) < 0x80 ? 1 : 3
  return bytes
}
