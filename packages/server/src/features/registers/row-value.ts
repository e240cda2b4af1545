import type { SqlValue } from '../../db/sql.ts'
import { type ErrorIssue, ServerError } from '../../errors.ts'
import type { RegisterDefinition } from './register-definition.ts'
import { INDEXED_LENGTH, isIndexed, type RegisterColumnDefinition } from './register-table.ts'

export type RowValues = Record<string, unknown>

const MAX_TEXT = 4000
const DATE = /^\d{4}-\d{2}-\d{2}$/

/**
 * Checks values against the columns of a register.
 *
 * @returns the values of the columns given; text is trimmed, an empty text is null
 * @throws ServerError `VALUES_INVALID` with an issue for every wrong column
 */
export function checkRowValues(
  definition: RegisterDefinition,
  values: RowValues,
  { whole }: { whole: boolean },
): RowValues {
  const issues: ErrorIssue[] = []
  const columns = new Map(definition.columns.map((column) => [column.key, column]))
  for (const key of Object.keys(values)) {
    if (!columns.has(key)) issues.push({ code: 'UNKNOWN_COLUMN', path: [key], message: `台账没有“${key}”这一列。` })
  }
  const checked: RowValues = {}
  for (const column of definition.columns) {
    if (!whole && !Object.hasOwn(values, column.key)) continue
    const value = normalize(values[column.key])
    const message = value === null ? missing(column) : wrong(column, value)
    if (message) issues.push({ code: value === null ? 'REQUIRED' : 'TYPE', path: [column.key], message })
    checked[column.key] = value
  }
  if (issues.length) throw new ServerError('VALUES_INVALID', { issues })
  return checked
}

function normalize(value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (typeof value !== 'string') return value
  return value.trim() || null
}

function missing(column: RegisterColumnDefinition): string | undefined {
  return column.required ? `请填写“${column.title ?? column.key}”。` : undefined
}

function wrong(column: RegisterColumnDefinition, value: unknown): string | undefined {
  const title = column.title ?? column.key
  if (column.type === 'number') return Number.isFinite(value) ? undefined : `“${title}”应是数字。`
  if (column.type === 'boolean') return typeof value === 'boolean' ? undefined : `“${title}”应是“是”或“否”。`
  if (typeof value !== 'string') return `“${title}”应是文字。`
  const longest = isIndexed(column) ? INDEXED_LENGTH : MAX_TEXT
  if (value.length > longest) return `“${title}”不能超过 ${longest} 个字。`
  if (column.type === 'date' && !(DATE.test(value) && !Number.isNaN(Date.parse(value)))) {
    return `“${title}”应是日期，如 2026-03-18。`
  }
  if (column.options && !column.options.some((option) => option.value === value)) {
    return `“${title}”应是其中之一：${column.options.map((option) => option.label).join('、')}。`
  }
  return undefined
}

/** As it is bound. Booleans are 0 and 1. */
export function toColumn(value: unknown): SqlValue {
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

/** As it was before it was bound. */
export function fromColumn(column: RegisterColumnDefinition, value: unknown): unknown {
  return column.type === 'boolean' && typeof value === 'number' ? value === 1 : value
}
