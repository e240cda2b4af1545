import { type LayoutFault, layout } from '../paper/layout.ts'
import { isUnsafeText } from './check-props.ts'
import type { FormDefinition, Paper } from './form-definition.ts'
import { isRecord } from './is-record.ts'
import type { Issue } from './issue.ts'
import { LIMITS } from './limits.ts'
import { checkShape, flag, list, oneOf, positive, type Shape, text } from './shape.ts'
import { fieldIndex } from './walk-fields.ts'

const plainText: Shape = { title: '不含标签的文字', test: (value) => text.test(value) && !isUnsafeText(String(value)) }
const numbers = (title: string, test: (value: number) => boolean): Shape => ({
  title,
  test: (value) => Array.isArray(value) && value.every((item) => typeof item === 'number' && test(item)),
})

const KEYS: Record<string, Shape> = {
  size: oneOf('A4'),
  orientation: oneOf('portrait', 'landscape'),
  duplex: flag,
  caption: plainText,
  title: plainText,
  columns: numbers('大于 0 的列宽', (width) => width > 0),
  rows: list,
  heights: numbers('0 至 250 毫米的行高', (height) => height >= 0 && height <= 250),
  breakBefore: numbers('行的序号', (row) => Number.isInteger(row) && row > 0),
  notes: { title: '文字的列表', test: (value) => Array.isArray(value) && value.every((note) => plainText.test(note)) },
}
const CELL: Record<string, Shape> = {
  text: plainText,
  field: { title: '字段名', test: (value) => typeof value === 'string' },
  rowSpan: positive,
  colSpan: positive,
  columns: numbers('大于 0 的列宽', (width) => width > 0),
}

/** Checks the paper: its shape, that its fields exist and stand once, and that its cells make a table. */
export function checkPaper(input: Record<string, unknown>, form: Partial<FormDefinition>, issues: Issue[]): void {
  const before = issues.length
  checkShape(input, KEYS, ['paper'], issues)
  for (const key of ['size', 'title', 'columns', 'rows']) {
    if (input[key] === undefined) issues.push({ code: 'REQUIRED', path: ['paper', key], message: `版式缺少「${key}」` })
  }
  const rows: unknown[] = Array.isArray(input.rows) ? input.rows : []
  const columns: unknown[] = Array.isArray(input.columns) ? input.columns : []
  if (rows.length > LIMITS.paperRows || columns.length > LIMITS.paperColumns) {
    issues.push({
      code: 'TOO_LARGE',
      path: ['paper'],
      message: `版式最多 ${LIMITS.paperRows} 行 ${LIMITS.paperColumns} 列`,
    })
    return
  }
  const seen = new Set<string>()
  for (const [index, row] of rows.entries()) checkRow(row, index, form, seen, issues)
  // Every entry has just been found to have its shape.
  if (issues.length === before) checkGrid(input as unknown as Paper, issues)
}

function checkRow(
  row: unknown,
  index: number,
  form: Partial<FormDefinition>,
  seen: Set<string>,
  issues: Issue[],
): void {
  const path = ['paper', 'rows', index]
  if (!Array.isArray(row)) {
    issues.push({ code: 'TYPE', path, message: `版式第 ${index + 1} 行应是格子的列表` })
    return
  }
  for (const [place, cell] of row.entries()) {
    const at = [...path, place]
    if (!isRecord(cell)) issues.push({ code: 'TYPE', path: at, message: '格子应是一个对象' })
    else if (checkShape(cell, CELL, at, issues) && typeof cell.field === 'string')
      checkField(cell.field, form, seen, at, issues)
  }
}

function checkField(
  field: string,
  form: Partial<FormDefinition>,
  seen: Set<string>,
  path: Issue['path'],
  issues: Issue[],
): void {
  const { schema } = form
  const place = schema && fieldIndex({ schema }).get(field)
  const at = [...path, 'field']
  if (!place)
    issues.push({ code: 'UNKNOWN_FIELD', path: at, message: `版式里的字段「${field.slice(0, 40)}」不在表单里` })
  else if (place.parent?.schema.type === 'array') {
    issues.push({ code: 'UNKNOWN_FIELD', path: at, message: `「${field}」是明细表的列，格子里应放整张明细表` })
  } else if (seen.has(field))
    issues.push({ code: 'DUPLICATE_FIELD', path: at, message: `字段「${field}」在版式里出现了两次` })
  seen.add(field)
}

function checkGrid(paper: Paper, issues: Issue[]): void {
  for (const [index, row] of (paper.breakBefore ?? []).entries()) {
    if (row >= paper.rows.length) {
      issues.push({
        code: 'BREAK',
        path: ['paper', 'breakBefore', index],
        message: `没有第 ${row + 1} 行，不能在它前面分页`,
      })
    }
  }
  for (const fault of layout(paper).faults.slice(0, 20)) issues.push(gridIssue(fault))
}

function gridIssue(fault: LayoutFault): Issue {
  const row = `版式第 ${fault.row + 1} 行`
  if (fault.kind === 'hole') {
    return {
      code: 'GRID_HOLE',
      path: ['paper', 'rows', fault.row],
      message: `${row}第 ${fault.col + 1} 列没有格子，请补一个空格子`,
    }
  }
  const path = ['paper', 'rows', fault.row, fault.index]
  const cell = `${row}第 ${fault.index + 1} 个格子`
  switch (fault.kind) {
    case 'overlap':
      return { code: 'GRID_OVERLAP', path, message: `${cell}与别的格子重叠` }
    case 'outside':
      return { code: 'GRID_OUTSIDE', path, message: `${cell}伸出了表格` }
    case 'split':
      return { code: 'GRID_SPLIT', path, message: `${cell}跨过了第 ${fault.breakBefore + 1} 行前的分页` }
  }
}
