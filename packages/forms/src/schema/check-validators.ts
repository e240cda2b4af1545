import { isExpression } from '../feel/index.ts'
import { formatNamed } from '../formats/formats.ts'
import { patternFault } from '../pattern/safe-pattern.ts'
import { isUnsafeText } from './check-props.ts'
import type { FieldSchema } from './form-definition.ts'
import { isRecord } from './is-record.ts'
import type { Issue } from './issue.ts'
import { LIMITS } from './limits.ts'
import { checkShape, expression, text } from './shape.ts'

const KEYS = { format: text, pattern: text, rule: expression, message: text }

/** Checks `x-validator`: formats exist, patterns are safe, rules are expressions (their names are checked with the others). */
export function checkValidators(schema: FieldSchema, path: Issue['path'], issues: Issue[]): void {
  const validators: unknown = schema['x-validator']
  if (validators === undefined) return
  const entries: unknown[] = Array.isArray(validators) ? validators : [validators]
  for (const [index, validator] of entries.entries()) {
    checkValidator(
      validator,
      Array.isArray(validators) ? [...path, 'x-validator', index] : [...path, 'x-validator'],
      issues,
    )
  }
}

function checkValidator(validator: unknown, path: Issue['path'], issues: Issue[]): void {
  if (typeof validator === 'string') {
    if (!isExpression(validator) && !formatNamed(validator)) {
      issues.push({ code: 'UNKNOWN_FORMAT', path, message: `没有名为「${validator.slice(0, 40)}」的格式` })
    }
    return
  }
  if (!isRecord(validator)) {
    issues.push({ code: 'TYPE', path, message: '规则应是格式名、{{ 表达式 }} 或 { format、pattern、rule、message }' })
    return
  }
  if (!checkShape(validator, KEYS, path, issues)) return
  const { format, pattern, message } = validator
  if (typeof format === 'string' && !formatNamed(format)) {
    issues.push({ code: 'UNKNOWN_FORMAT', path: [...path, 'format'], message: `没有名为「${format}」的格式` })
  }
  if (typeof pattern === 'string') {
    const fault = pattern.length > LIMITS.patternLength ? `最多 ${LIMITS.patternLength} 个字符` : patternFault(pattern)
    if (fault) issues.push({ code: 'UNSAFE_PATTERN', path: [...path, 'pattern'], message: `正则不能用：${fault}` })
  }
  if (typeof message === 'string' && isUnsafeText(message)) {
    issues.push({ code: 'UNSAFE_TEXT', path: [...path, 'message'], message: '提示里不能写脚本、链接或标签' })
  }
}
