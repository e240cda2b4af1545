import { isRecord } from './is-record.ts'
import type { Issue } from './issue.ts'
import { LIMITS } from './limits.ts'

/** Keys that reach an object's prototype. */
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/** Whether a key could reach an object's prototype. */
export function isUnsafeKey(key: string): boolean {
  return UNSAFE_KEYS.has(key)
}

/** Where a value stands; written out only for an issue, since there may be a hundred thousand values. */
interface Place {
  key: string | number
  above: Place | undefined
  depth: number
}

function pathOf(place: Place | undefined): Issue['path'] {
  const path: Issue['path'] = []
  for (let at = place; at; at = at.above) path.unshift(at.key)
  return path
}

/**
 * Whether an input is plain JSON within the limits: no class instances, functions, cycles or keys that reach a prototype. Goes
 * through the input without recursion, and stops when there is too much of it.
 */
export function checkJson(input: unknown): Issue[] {
  const issues: Issue[] = []
  const open: Array<{ value: unknown; place: Place | undefined }> = [{ value: input, place: undefined }]
  let size = 0
  for (let item = open.pop(); item; item = open.pop()) {
    const { value, place } = item
    const depth = place?.depth ?? 0
    const inside = (key: string | number): Place => ({ key, above: place, depth: depth + 1 })
    size += sizeOf(value)
    if (size > LIMITS.bytes) {
      return [
        { code: 'TOO_LARGE', path: [], message: `表单文件最大 ${LIMITS.bytes / 1024} kB，请精简选项或拆成几份表单` },
      ]
    }
    if (depth > LIMITS.jsonDepth) {
      return [{ code: 'TOO_DEEP', path: pathOf(place).slice(0, 8), message: `表单文件最多嵌套 ${LIMITS.jsonDepth} 层` }]
    }
    if (Array.isArray(value)) {
      for (const [index, inner] of value.entries()) open.push({ value: inner, place: inside(index) })
    } else if (isRecord(value)) {
      for (const key of Object.keys(value)) {
        size += key.length * 3 + 4
        if (isUnsafeKey(key))
          issues.push({ code: 'UNSAFE_KEY', path: pathOf(inside(key)), message: `不能用「${key}」作名称` })
        else open.push({ value: value[key], place: inside(key) })
      }
    } else if (!isScalar(value))
      issues.push({ code: 'NOT_JSON', path: pathOf(place), message: '这里的内容不是 JSON 数据' })
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
