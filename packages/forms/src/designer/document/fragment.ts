import { type Area, type CellContent, cellsIn, closedArea, type GridCell, gridOf } from '../../paper/edit/index.ts'
import type { FieldSchema, FormDefinition } from '../../schema/form-definition.ts'
import { isRecord } from '../../schema/is-record.ts'
import { LIMITS } from '../../schema/limits.ts'
import { type NodePath, nodeAt, nodeOfValue } from './nodes.ts'

/** Fields and cells on the clipboard, as JSON text. */
export interface Fragment {
  zhupi: 'form-fragment'
  /** Fields with their keys, in order. */
  fields: Array<{ key: string; schema: FieldSchema }>
  /** Cells by their place within what was copied; `field` is a key of `fields`. */
  cells?: { rows: number; columns: number; cells: GridCell[] }
  /** Own dictionaries of the form that the fields use. */
  dictionaries?: FormDefinition['dictionaries']
}

/** The cells of an area, with the fields in them. */
export function copyCells(form: FormDefinition, area: Area): Fragment | undefined {
  if (!form.paper) return undefined
  const grid = gridOf(form.paper)
  const whole = closedArea(grid, area)
  const cells = cellsIn(grid, whole).map((cell) => ({ ...cell, row: cell.row - whole.row, col: cell.col - whole.col }))
  const fields = cells.flatMap(({ content }) => {
    const node = content.field === undefined ? undefined : nodeOfValue(form, content.field)
    return node && node.scope === '' ? [{ key: node.key, schema: node.schema }] : []
  })
  return withDictionaries(form, {
    zhupi: 'form-fragment',
    fields,
    cells: { rows: whole.rowSpan, columns: whole.colSpan, cells },
  })
}

/** A field, column or section with all in it. */
export function copyNode(form: FormDefinition, path: NodePath): Fragment | undefined {
  const node = nodeAt(form, path)
  return node && withDictionaries(form, { zhupi: 'form-fragment', fields: [{ key: node.key, schema: node.schema }] })
}

/**
 * A fragment from text of the clipboard; `undefined` when it is something else. What it says of fields is not trusted:
 * pasting checks the form that results.
 */
export function parseFragment(text: string): Fragment | undefined {
  if (text.length > LIMITS.bytes || !text.trimStart().startsWith('{')) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isRecord(value) || value.zhupi !== 'form-fragment' || !Array.isArray(value.fields)) return undefined
  const fields = value.fields.flatMap((field: unknown) =>
    isRecord(field) && typeof field.key === 'string' && isRecord(field.schema)
      ? [{ key: field.key, schema: field.schema as FieldSchema }]
      : [],
  )
  const cells = parseCells(value.cells)
  const dictionaries = isRecord(value.dictionaries) ? (value.dictionaries as Fragment['dictionaries']) : undefined
  return { zhupi: 'form-fragment', fields, ...(cells && { cells }), ...(dictionaries && { dictionaries }) }
}

function parseCells(value: unknown): Fragment['cells'] {
  if (!isRecord(value) || !Array.isArray(value.cells)) return undefined
  const { rows, columns } = value
  if (!isCount(rows, LIMITS.paperRows) || !isCount(columns, LIMITS.paperColumns)) return undefined
  const cells = value.cells.flatMap((cell: unknown) => {
    if (!isRecord(cell) || !isRecord(cell.content)) return []
    const { row, col, rowSpan, colSpan } = cell
    const isPlaced = isCount(rowSpan, rows) && isCount(colSpan, columns) && isIndex(row, rows) && isIndex(col, columns)
    return isPlaced ? [{ row, col, rowSpan, colSpan, content: parseContent(cell.content) }] : []
  })
  return { rows, columns, cells }
}

function parseContent({ text, field }: Record<string, unknown>): CellContent {
  return { ...(typeof text === 'string' && { text }), ...(typeof field === 'string' && { field }) }
}

function isCount(value: unknown, most: number): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most
}

function isIndex(value: unknown, below: number): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) < below
}

function withDictionaries(form: FormDefinition, fragment: Fragment): Fragment {
  const text = JSON.stringify(fragment.fields)
  const used = Object.entries(form.dictionaries ?? {}).filter(([name]) =>
    text.includes(`"x-dictionary":${JSON.stringify(name)}`),
  )
  return used.length > 0 ? { ...fragment, dictionaries: Object.fromEntries(used) } : fragment
}
