import { checkNode } from './check-node.ts'
import type { FormDefinition } from './form-definition.ts'
import { isRecord } from './is-record.ts'
import type { Issue } from './issue.ts'
import { LIMITS } from './limits.ts'

const KEY = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u
/** Words of FEEL that cannot be names. */
const KEYWORDS = new Set(
  'if then else for in return some every satisfies and or between not null true false function external instance of item partial'.split(
    ' ',
  ),
)
/** Names every JavaScript object has. */
const RESERVED = new Set(Object.getOwnPropertyNames(Object.prototype))

/** Checks every node of a schema: keys, nesting, number of fields. */
export function checkFields(schema: Record<string, unknown>, form: Partial<FormDefinition>, issues: Issue[]): void {
  if (schema.type !== 'object')
    issues.push({ code: 'TYPE', path: ['schema', 'type'], message: '表单最外层的 type 应是 object' })
  if (!isRecord(schema.properties)) {
    issues.push({ code: 'TYPE', path: ['schema', 'properties'], message: '表单最外层应有 properties' })
  }
  const walk: Walk = { form, issues, fields: 0 }
  checkNode(schema, form, ['schema'], issues)
  refuseItems(walk, schema, ['schema'])
  checkProperties(walk, schema, ['schema'], { depth: 1, keys: new Set(), inTable: false })
  if (walk.fields > LIMITS.fields) {
    issues.push({
      code: 'TOO_MANY_FIELDS',
      path: ['schema'],
      message: `一份表单最多 ${LIMITS.fields} 个字段，现有 ${walk.fields} 个`,
    })
  }
}

interface Walk {
  form: Partial<FormDefinition>
  issues: Issue[]
  fields: number
}

interface Level {
  depth: number
  /** Keys of this level of values, sections opened. */
  keys: Set<string>
  inTable: boolean
}

function checkProperties(walk: Walk, node: Record<string, unknown>, path: Issue['path'], level: Level): void {
  if (!isRecord(node.properties)) return
  if (level.depth > LIMITS.fieldDepth) {
    walk.issues.push({ code: 'TOO_DEEP', path, message: `字段最多嵌套 ${LIMITS.fieldDepth} 层` })
    return
  }
  for (const [key, field] of Object.entries(node.properties)) {
    const at = [...path, 'properties', key]
    walk.fields++
    if (!isRecord(field))
      walk.issues.push({ code: 'TYPE', path: at, message: `字段「${key.slice(0, 40)}」应是一个对象` })
    else {
      checkKey(walk, key, field, at, level)
      checkNode(field, walk.form, at, walk.issues)
      checkInside(walk, field, at, level)
    }
  }
}

function checkKey(walk: Walk, key: string, field: Record<string, unknown>, path: Issue['path'], level: Level): void {
  const report = (code: string, message: string) => walk.issues.push({ code, path, message })
  if (!KEY.test(key) || key.length > LIMITS.keyLength || RESERVED.has(key)) {
    report(
      'KEY',
      `「${key.slice(0, 40)}」不能作字段名：应以文字开头，只含文字、数字和下划线，最多 ${LIMITS.keyLength} 个字符`,
    )
  } else if (KEYWORDS.has(key)) report('KEY', `「${key}」是表达式的保留字，不能作字段名`)
  else if (level.inTable && key === 'id') report('KEY', '明细表的列不能叫 id，它是行号')
  if (field.type === 'void') return
  if (level.keys.has(key)) report('DUPLICATE_KEY', `字段名「${key}」用了两次，请改一个`)
  level.keys.add(key)
}

function checkInside(walk: Walk, field: Record<string, unknown>, path: Issue['path'], level: Level): void {
  const depth = level.depth + 1
  const { items } = field
  if (field.type === 'void') checkProperties(walk, field, path, { ...level, depth })
  else if (field.type === 'object')
    checkProperties(walk, field, path, { depth, keys: new Set(), inTable: level.inTable })
  else if (field.properties !== undefined) {
    walk.issues.push({
      code: 'NESTING',
      path: [...path, 'properties'],
      message: '只有分组、对象和表单本身能有下级字段',
    })
  }
  if (items === undefined) return
  const at = [...path, 'items']
  if (field.type !== 'array') refuseItems(walk, field, path)
  else if (isRecord(items)) {
    checkNode(items, walk.form, at, walk.issues)
    refuseItems(walk, items, at)
    if (level.inTable && items.properties !== undefined) {
      walk.issues.push({ code: 'NESTING', path: at, message: '明细表里不能再放明细表' })
    } else checkProperties(walk, items, at, { depth, keys: new Set(), inTable: true })
  }
}

/** Of the form itself, of a row and of whatever is no array: nothing would ever read what stands there. */
function refuseItems(walk: Walk, node: Record<string, unknown>, path: Issue['path']): void {
  if (node.items === undefined) return
  walk.issues.push({ code: 'NESTING', path: [...path, 'items'], message: '只有类型 array 的字段能有 items' })
}
